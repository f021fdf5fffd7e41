package io.github.chalicemaven.mojo.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.chalicemaven.core.problem.Problems;
import java.util.Properties;
import org.apache.maven.plugin.descriptor.MojoDescriptor;
import org.apache.maven.plugin.descriptor.Parameter;
import org.apache.maven.plugin.descriptor.PluginDescriptor;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.configuration.DefaultPlexusConfiguration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KnownNamesTest {

  private final PluginDescriptor plugin = new PluginDescriptor();
  private final Problems problems = new Problems();
  private final Properties user = new Properties();
  private final Properties pom = new Properties();

  @BeforeEach
  void describeTheGoals() throws Exception {
    MojoDescriptor generate = goal("generate-pipeline");
    add(generate, "source", "chalice.source", true);
    add(generate, "stages", null, true);
    add(generate, "project", null, false);
    MojoDescriptor check = goal("check-pipeline");
    add(check, "strict", "chalice.strict", true);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "stagess | Did you mean <stages>?",
        "stage | Did you mean <stages>?",
        "sources | Did you mean <source>?",
        "projects | `mvn chalice:help -Ddetail` lists all parameters."
      })
  void refusesAnUnknownParameter(String name, String advice) {
    checkPom("<" + name + "/>");

    assertThat(problems.found())
        .containsExactly("<" + name + "> in the POM of orders is unknown. " + advice);
  }

  @Test
  void knowsTheParametersOfAllGoals() {
    checkPom("<source/><stages/><strict/>");

    assertThat(problems.found()).isEmpty();
  }

  @Test
  void refusesAParameterThatIsGivenTwice() {
    checkPom("<source>a</source><source>b</source>");

    assertThat(problems.found())
        .containsExactly("<source> in the POM of orders is given twice. Remove one.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "chalice.sorce | -Dchalice.sorce is unknown. Did you mean -Dchalice.source?",
        "chalice.stages | -Dchalice.stages: <stages> cannot be set on the command line. Set it in the POM.",
        "chalice.region | -Dchalice.region is unknown. `mvn chalice:help -Ddetail` lists all"
            + " parameters."
      })
  void refusesAnUnknownPropertyOfTheCommandLine(String name, String problem) {
    user.setProperty(name, "x");

    checkProperties();

    assertThat(problems.found()).containsExactly(problem);
  }

  @Test
  void knowsThePropertiesOfOthersAndOfThePom() {
    user.setProperty("skipTests", "");
    user.setProperty("chalice.strict", "");
    user.setProperty("chalice.parameter.Owner", "acme");
    user.setProperty("chalice.version", "1");
    pom.setProperty("chalice.version", "2");

    checkProperties();

    assertThat(problems.found()).isEmpty();
    assertThat(problems.warnings()).isEmpty();
  }

  @Test
  void warnsOfAPropertyOfThePomThatIsMuchLikeAKnownOne() {
    pom.setProperty("chalice.sorce", "github");
    pom.setProperty("chalice.version", "1");

    checkProperties();

    assertThat(problems.found()).isEmpty();
    assertThat(problems.warnings())
        .containsExactly("The property chalice.sorce is unknown. Did you mean chalice.source?");
  }

  @Test
  void warnsOfAPropertyThatThePomOverrides() {
    user.setProperty("chalice.source", "github");

    checkPrecedence("<source>codecommit</source>");

    assertThat(problems.found()).isEmpty();
    assertThat(problems.warnings())
        .containsExactly(
            "-Dchalice.source has no effect, because <source> in the POM of orders takes precedence."
                + " Define the property chalice.source in the POM instead.");
  }

  @ParameterizedTest
  @CsvSource({"<source>${chalice.source}</source>", "<source>github</source>", "<stages/>"})
  void knowsAPropertyThatHasItsEffect(String configuration) {
    user.setProperty("chalice.source", "github");

    checkPrecedence(configuration);

    assertThat(problems.warnings()).isEmpty();
  }

  private void checkPrecedence(String configuration) {
    MavenProject orders = Poms.project("orders", null, Poms.build(configuration));
    new KnownNames(plugin, problems)
        .checkPrecedence(user, WrittenConfiguration.of(orders, Poms.PLUGIN, "default").parts());
  }

  private void checkPom(String configuration) {
    MavenProject orders = Poms.project("orders", null, Poms.build(configuration));
    new KnownNames(plugin, problems)
        .checkParameters(WrittenConfiguration.of(orders, Poms.PLUGIN, "default").parts());
  }

  private void checkProperties() {
    new KnownNames(plugin, problems).checkProperties(user, pom);
  }

  private MojoDescriptor goal(String name) throws Exception {
    MojoDescriptor goal = new MojoDescriptor();
    goal.setPluginDescriptor(plugin);
    goal.setGoal(name);
    goal.setMojoConfiguration(new DefaultPlexusConfiguration("configuration"));
    plugin.addMojo(goal);
    return goal;
  }

  private static void add(MojoDescriptor goal, String name, String property, boolean editable)
      throws Exception {
    Parameter parameter = new Parameter();
    parameter.setName(name);
    parameter.setEditable(editable);
    goal.addParameter(parameter);
    if (property != null) {
      goal.getMojoConfiguration().addChild(name, "${" + property + "}");
    }
  }
}
