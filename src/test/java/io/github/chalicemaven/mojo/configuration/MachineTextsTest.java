package io.github.chalicemaven.mojo.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.github.chalicemaven.core.problem.Problems;
import java.io.File;
import java.io.StringReader;
import java.util.List;
import java.util.Properties;
import org.apache.maven.execution.DefaultMavenExecutionRequest;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.Build;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.descriptor.MojoDescriptor;
import org.apache.maven.plugin.descriptor.Parameter;
import org.apache.maven.plugin.descriptor.PluginDescriptor;
import org.apache.maven.project.MavenProject;
import org.apache.maven.settings.Settings;
import org.codehaus.plexus.util.xml.Xpp3DomBuilder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MachineTextsTest {

  private static final String IN = " in the POM of orders has ";
  private static final String SHELL = "<build><testCommands><command>";
  private static final String WOULD = ": its value would be written to the generated files. ";

  private final Properties user = new Properties();
  private final Properties system = new Properties();
  private final Properties pom = new Properties();
  private String rawProperties = "";

  @BeforeEach
  void describeTheMachine() {
    system.setProperty("env.GITHUB_TOKEN", "s3cret");
    system.setProperty("env.HOME", "/home/jane");
    system.setProperty("env.EndpointURL", "https://elsewhere");
    system.setProperty("user.home", "/home/jane");
    system.setProperty("java.io.tmpdir", "/tmp");
  }

  @ParameterizedTest
  @CsvSource({
    "${GITHUB_TOKEN}, s3cret, $GITHUB_TOKEN",
    "${env.GITHUB_TOKEN}, s3cret, $GITHUB_TOKEN",
    "${HOME}, /home/jane, $HOME"
  })
  void refusesTheEnvironmentInACommand(String expression, String value, String variable)
      throws Exception {
    assertThat(problems(command("pip " + expression), command("pip " + value)))
        .containsExactly(
            SHELL
                + IN
                + expression
                + ", which Maven takes from "
                + variable
                + " of this machine's environment"
                + WOULD
                + "Write "
                + variable
                + ", which the build's shell replaces.");
  }

  @Test
  void refusesTheEnvironmentInOtherTexts() throws Exception {
    assertThat(problems("<branch>${env.HOME}</branch>", "<branch>/home/jane</branch>"))
        .singleElement()
        .asString()
        .startsWith("<branch>" + IN + "${env.HOME}, which Maven takes from $HOME of")
        .endsWith("Write the value itself, or ${x} and give -Dx=... on the command line.");
    assertThat(problems(variable("${GITHUB_TOKEN}"), variable("s3cret")))
        .singleElement()
        .asString()
        .contains("$GITHUB_TOKEN")
        .doesNotContain("s3cret")
        .endsWith("Use <parameterStore> or <secretsManager>, or write the value itself.");
  }

  @Test
  void refusesTheEnvironmentInAPropertyOfThePom() throws Exception {
    rawProperties = "<properties><a>${b}</a><b>x-${env.GITHUB_TOKEN}</b></properties>";
    pom.setProperty("a", "x-s3cret");
    pom.setProperty("b", "x-s3cret");

    assertThat(problems(command("${a}"), command("x-s3cret")))
        .singleElement()
        .asString()
        .contains("${a}, which is ${env.GITHUB_TOKEN}, which Maven takes from $GITHUB_TOKEN of")
        .doesNotContain("s3cret");
  }

  @ParameterizedTest
  @CsvSource({
    "user.home, /home/jane, $HOME",
    "java.io.tmpdir, /tmp, a variable of its environment"
  })
  void refusesASystemProperty(String name, String value, String advice) throws Exception {
    assertThat(problems(command("${" + name + "}"), command(value)))
        .containsExactly(
            SHELL
                + IN
                + "${"
                + name
                + "}, which Maven takes from a Java system property on this machine"
                + WOULD
                + "Write "
                + advice
                + ", which the build's shell replaces.");
  }

  @ParameterizedTest
  @CsvSource({
    "${project.basedir}/x, /home/dev/orders/x",
    "${basedir}/x, /home/dev/orders/x",
    "${project.build.directory}, /home/dev/orders/target",
    "${session.executionRootDirectory}, ${session.executionRootDirectory}",
    "${settings.localRepository}, ${settings.localRepository}"
  })
  void refusesAFolderOfTheMachine(String written, String effective) throws Exception {
    assertThat(problems(command(written), command(effective)))
        .singleElement()
        .asString()
        .contains(", which Maven takes from this machine" + WOULD + "Write a path relative to");
  }

  @ParameterizedTest
  @ValueSource(strings = {"my.tpyo", "project.verison", "CODEBUILD_BUILD_ID", "x"})
  void refusesWhatIsNotReplaced(String name) throws Exception {
    String text = "${" + name + "}";
    assertThat(problems(command(text), command(text)))
        .containsExactly(
            SHELL
                + IN
                + text
                + ", which Maven cannot replace: there is no such property. Write $"
                + name
                + " for a variable of the build's shell.");
    assertThat(problems("<outputFile>" + text + "</outputFile>", ""))
        .describedAs("overridden")
        .isEmpty();
    assertThat(
            problems(
                "<outputFile>" + text + "</outputFile>", "<outputFile>" + text + "</outputFile>"))
        .singleElement()
        .asString()
        .endsWith("Correct its name, or define it in <properties>.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"$GITHUB_TOKEN", "${x:-y}", "${#x}", "$(date)", "${AWS::Region}", "$$"})
  void leavesTheShellItsOwn(String text) throws Exception {
    assertThat(problems(command(text), command(text))).isEmpty();
  }

  @Test
  void acceptsAnOutputOfTheStackInAStagesTest() throws Exception {
    assertThat(problems(test("curl ${ApiURL}"), test("curl ${ApiURL}"))).isEmpty();
    assertThat(problems(test("${my.tpyo}"), test("${my.tpyo}"))).hasSize(1);
  }

  @Test
  void refusesAnOutputThatThisMachineReplaces() throws Exception {
    assertThat(problems(test("curl ${EndpointURL}"), test("curl https://elsewhere")))
        .singleElement()
        .asString()
        .endsWith("Write $EndpointURL, which the build's shell replaces.");
  }

  @Test
  void acceptsPropertiesThatWereChosen() throws Exception {
    rawProperties = "<properties><a>orders</a><b>${project.artifactId}</b></properties>";
    pom.setProperty("a", "orders");
    pom.setProperty("b", "orders");
    user.setProperty("HOME", "given");

    assertThat(problems(command("${a} ${b}"), command("orders orders"))).isEmpty();
    assertThat(problems(command("${project.artifactId}"), command("orders"))).isEmpty();
    assertThat(problems(command("${HOME}"), command("given"))).isEmpty();
  }

  @Test
  void acceptsPathsAndSwitchesOfTheMachine() throws Exception {
    assertThat(
            problems(
                "<outputFile>${env.HOME}/p.json</outputFile><skip>${env.HOME}</skip>",
                "<outputFile>/home/jane/p.json</outputFile><skip>/home/jane</skip>"))
        .isEmpty();
  }

  @Test
  void acceptsWhatIsOverridden() throws Exception {
    assertThat(problems("<branch>${env.HOME}</branch>", "<branch>main</branch>")).isEmpty();
  }

  @Test
  void acceptsAParameterThatIsItsOwnProperty() throws Exception {
    assertThat(problems("<branch>${chalice.branch}</branch>", "<branch>${chalice.branch}</branch>"))
        .isEmpty();
  }

  private static String command(String text) {
    return "<build><testCommands><command>" + text + "</command></testCommands></build>";
  }

  private static String test(String text) {
    return "<stages><stage><testCommands><command>"
        + text
        + "</command></testCommands></stage></stages>";
  }

  private static String variable(String text) {
    return "<build><environmentVariables><variable><value>"
        + text
        + "</value></variable></environmentVariables></build>";
  }

  private List<String> problems(String written, String effective) throws Exception {
    MavenProject project = Poms.project("orders", null, rawProperties + Poms.build(written));
    project.setFile(new File("/home/dev/orders/pom.xml"));
    project.getModel().setBuild(new Build());
    project.getBuild().setDirectory("/home/dev/orders/target");
    project.getModel().setProperties(pom);
    MavenSession session = mock(MavenSession.class);
    when(session.getCurrentProject()).thenReturn(project);
    when(session.getUserProperties()).thenReturn(user);
    when(session.getSystemProperties()).thenReturn(system);
    when(session.getExecutionRootDirectory()).thenReturn("/home/dev/orders");
    when(session.getRequest()).thenReturn(new DefaultMavenExecutionRequest());
    Settings settings = new Settings();
    settings.setLocalRepository("/home/jane/.m2");
    when(session.getSettings()).thenReturn(settings);
    MojoDescriptor goal = goal();
    WrittenConfiguration configuration = WrittenConfiguration.of(project, Poms.PLUGIN, "default");
    Problems problems = new Problems();
    new MachineTexts(
            configuration,
            goal,
            Xpp3DomBuilder.build(
                new StringReader("<configuration>" + effective + "</configuration>")),
            new Expressions(configuration, session, new MojoExecution(goal)),
            problems)
        .check();
    return problems.found();
  }

  private static MojoDescriptor goal() throws Exception {
    MojoDescriptor goal = new MojoDescriptor();
    goal.setPluginDescriptor(new PluginDescriptor());
    for (String[] parameter :
        new String[][] {
          {"branch", "java.lang.String"},
          {"build", "BuildSettings"},
          {"stages", "java.util.List"},
          {"outputFile", "java.io.File"},
          {"skip", "boolean"}
        }) {
      Parameter described = new Parameter();
      described.setName(parameter[0]);
      described.setType(parameter[1]);
      goal.addParameter(described);
    }
    return goal;
  }
}
