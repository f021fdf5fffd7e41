package io.github.chalicemaven.mojo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.github.chalicemaven.mojo.configuration.Poms;
import java.io.File;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.maven.execution.DefaultMavenExecutionRequest;
import org.apache.maven.execution.MavenExecutionRequest;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.Build;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginManagement;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.project.MavenProject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GoalCommandTest {

  private static final String ROOT = "/home/dev/shop";

  private final Plugin plugin = plugin();
  private final MavenExecutionRequest request = new DefaultMavenExecutionRequest();
  private final Properties userProperties = new Properties();
  private final MavenSession session = mock(MavenSession.class);
  private final MavenProject root = project("shop", ROOT);
  private String executionId = "pipeline";

  @BeforeEach
  void startABuildOfOneProject() {
    Properties systemProperties = new Properties();
    systemProperties.setProperty("user.dir", ROOT);
    request.setPom(new File(ROOT, "pom.xml"));
    root.setExecutionRoot(true);
    root.getBuild().addPlugin(plugin);
    when(session.getRequest()).thenReturn(request);
    when(session.getSystemProperties()).thenReturn(systemProperties);
    when(session.getUserProperties()).thenReturn(userProperties);
    when(session.getExecutionRootDirectory()).thenReturn(ROOT);
    when(session.getTopLevelProject()).thenReturn(root);
    when(session.getAllProjects()).thenReturn(List.of(root));
  }

  @Test
  void runsTheExecutionOfThePom() {
    assertThat(command(root)).isEqualTo("mvn chalice:generate-pipeline@pipeline -Dchalice.update");
  }

  @Test
  void namesNoExecutionForAGoalOfTheCommandLine() {
    executionId = "default-cli";

    assertThat(command(root)).isEqualTo("mvn chalice:generate-pipeline -Dchalice.update");
  }

  @Test
  void namesThePluginWhereThePrefixIsNotKnown() {
    root.getBuild().removePlugin(plugin);

    assertThat(command(root))
        .isEqualTo(
            "mvn io.github.chalicemaven:chalice-maven-plugin:1.0:generate-pipeline@pipeline"
                + " -Dchalice.update");
  }

  @Test
  void knowsThePrefixOfAManagedPlugin() {
    root.getBuild().removePlugin(plugin);
    root.getBuild().setPluginManagement(new PluginManagement());
    root.getBuild().getPluginManagement().addPlugin(plugin);

    assertThat(command(root)).startsWith("mvn chalice:generate-pipeline");
  }

  @ParameterizedTest
  @CsvSource({
    "/home/dev/shop/ci/pom.xml, ci/pom.xml",
    "/home/dev/shop/other.xml, other.xml",
    "'/home/dev/a shop/pom.xml', '''/home/dev/a shop/pom.xml'''"
  })
  void namesThePomThatMavenWouldNotTake(String pom, String word) {
    request.setPom(new File(pom));

    assertThat(command(root)).startsWith("mvn -f " + word + " chalice:generate-pipeline@");
  }

  @Test
  void needsNoPom() {
    request.setPom(null);

    assertThat(command(root)).startsWith("mvn chalice:");
  }

  @ParameterizedTest
  @CsvSource({"/home/dev/shop/apps/orders, apps/orders", "/home/dev/orders, com.example:orders"})
  void runsInTheModuleAlone(String folder, String module) {
    MavenProject orders = project("orders", folder);
    when(session.getAllProjects()).thenReturn(List.of(root, orders));

    assertThat(command(orders)).startsWith("mvn -pl " + module + " chalice:");
    assertThat(command(root)).startsWith("mvn -N chalice:");
  }

  @Test
  void activatesTheProfilesThatThePomsHave() {
    request.addActiveProfile("live");
    request.addActiveProfile("of-the-settings");
    request.addActiveProfile("eu");
    root.setInjectedProfileIds("com.example:shop:1", List.of("live", "eu", "by-default"));

    assertThat(command(root)).startsWith("mvn -P eu,live chalice:");
  }

  @Test
  void repeatsThePropertiesOfThePluginInTheirOrder() {
    userProperties.putAll(
        Map.of(
            "chalice.branch", "main",
            "chalice.appName", "it's",
            "chalice.strict", "true",
            "chalice.update", "",
            "chalice.skip", "false",
            "skipTests", "true"));

    assertThat(command(root))
        .isEqualTo(
            "mvn chalice:generate-pipeline@pipeline '-Dchalice.appName=it'\\''s'"
                + " -Dchalice.branch=main -Dchalice.update");
  }

  @Test
  void aDeploymentAsksTheShellForParametersWithoutADefault() {
    assertThat(
            new GoalCommand(
                    session, root, new MojoExecution(plugin, "generate-pipeline", executionId))
                .deploy(List.of("Owner", "Token")))
        .isEqualTo(
            "mvn chalice:deploy-pipeline@pipeline -Dchalice.parameter.Owner=\"${Owner:?}\""
                + " -Dchalice.parameter.Token=\"${Token:?}\"");
  }

  @Test
  void deactivatesProfilesToo() {
    request.addActiveProfile("live");
    request.addInactiveProfile("eu");
    root.setInjectedProfileIds("com.example:shop:1", List.of("live"));

    assertThat(command(root)).startsWith("mvn -P '!eu,live' chalice:");
  }

  @Test
  void repeatsThePropertiesThatTheConfigurationRefersTo() {
    originalModel(
        "<properties><stack>${team}-orders</stack></properties>"
            + Poms.build("<appName>${stack}</appName>"));
    userProperties.putAll(Map.of("team", "shop", "token", "secret"));

    assertThat(command(root))
        .isEqualTo("mvn chalice:generate-pipeline@pipeline -Dteam=shop -Dchalice.update");
  }

  @Test
  void repeatsThePropertiesThatActivateProfiles() {
    originalModel(
        "<profiles><profile><id>live</id>"
            + "<activation><property><name>!dev</name></property></activation></profile></profiles>");
    userProperties.put("dev", "");

    assertThat(command(root))
        .isEqualTo("mvn chalice:generate-pipeline@pipeline -Ddev= -Dchalice.update");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<branch>live</branch> | live",
        "<pipelineFile>live.json</pipelineFile><branch>live</branch> |"
      })
  void knowsWhereAProfileSharesTheFile(String configuration, String sharing) {
    request.addActiveProfile("live");
    originalModel(profile(Poms.build(configuration)));
    root.setInjectedProfileIds("com.example:shop:1", List.of("live"));

    assertThat(String.join(",", update(root).profilesThatShareTheFile()))
        .isEqualTo(sharing == null ? "" : sharing);
  }

  @ParameterizedTest
  @CsvSource({"stack, live", "chalice.branch, live", "other, ''"})
  void aProfileSharesTheFileByItsProperties(String property, String sharing) {
    userProperties.put("live", "true");
    originalModel(
        Poms.build("<appName>${stack}</appName>")
            + profile(
                "<activation><property><name>live</name></property></activation><properties><"
                    + property
                    + ">x</"
                    + property
                    + "></properties>"));
    root.setInjectedProfileIds("com.example:shop:1", List.of("live"));

    assertThat(String.join(",", update(root).profilesThatShareTheFile())).isEqualTo(sharing);
  }

  @Test
  void aProfileThatNobodyAskedForIsPartOfTheProject() {
    originalModel(profile(Poms.build("<branch>live</branch>")));
    root.setInjectedProfileIds("com.example:shop:1", List.of("live"));

    assertThat(update(root).profilesThatShareTheFile()).isEmpty();
  }

  private void originalModel(String elements) {
    root.setOriginalModel(Poms.model(elements));
  }

  private static String profile(String elements) {
    return "<profiles><profile><id>live</id>" + elements + "</profile></profiles>";
  }

  private String command(MavenProject project) {
    return update(project).update();
  }

  private GoalCommand update(MavenProject project) {
    return new GoalCommand(
        session, project, new MojoExecution(plugin, "check-pipeline", executionId));
  }

  private static Plugin plugin() {
    Plugin plugin = new Plugin();
    plugin.setGroupId("io.github.chalicemaven");
    plugin.setArtifactId("chalice-maven-plugin");
    plugin.setVersion("1.0");
    return plugin;
  }

  private static MavenProject project(String artifactId, String folder) {
    MavenProject project = new MavenProject();
    project.setGroupId("com.example");
    project.setArtifactId(artifactId);
    project.getModel().setBuild(new Build());
    project.setFile(new File(folder, "pom.xml"));
    return project;
  }
}
