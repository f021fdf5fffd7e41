package io.github.chalicemaven.mojo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.when;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.inject.Inject;
import org.apache.maven.api.plugin.testing.Basedir;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoParameter;
import org.apache.maven.api.plugin.testing.MojoTest;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.Build;
import org.apache.maven.model.Plugin;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.logging.SystemStreamLog;
import org.apache.maven.project.MavenProject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@MojoTest
@Basedir("/mojo/orders")
class InitMojoTest {

  private static final String GOAL = "init";

  private static final String POM =
      """
      <project>
      \t<modelVersion>4.0.0</modelVersion>
      \t<!-- Ours. -->
      \t<groupId>com.acme</groupId>
      \t<artifactId>shop</artifactId>
      \t<version>7</version>
      </project>
      """;

  @TempDir Path folder;

  @Inject MavenSession session;

  private final MavenProject project = new MavenProject();
  private final List<String> lines = new ArrayList<>();

  /** Maven was started in a folder with an application; nobody is at a terminal. */
  @BeforeEach
  void startABuild() throws Exception {
    when(session.getExecutionRootDirectory()).thenReturn(folder.toString());
    project.setBuild(new Build());
    application(folder);
  }

  @Test
  @InjectMojo(goal = GOAL)
  void withoutAPomItWritesOne(InitMojo mojo) throws Exception {
    execute(mojo);

    assertThat(folder.resolve("pom.xml"))
        .content()
        .contains("<artifactId>orders</artifactId>")
        .contains("<artifactId>chalice-maven-plugin</artifactId>")
        .contains("<pipelineVersion>v3</pipelineVersion>");
    assertThat(lines).contains("Wrote pom.xml", "Next: mvn package", "--- /dev/null");
  }

  @Test
  @InjectMojo(goal = GOAL)
  @MojoParameter(name = "branch", value = "next")
  @MojoParameter(name = "source", value = "gitlab:acme/shop/orders")
  @MojoParameter(name = "groupId", value = "com.acme")
  void takesWhatIsGiven(InitMojo mojo) throws Exception {
    execute(mojo);

    assertThat(folder.resolve("pom.xml"))
        .content()
        .contains("<groupId>com.acme</groupId>")
        .contains("<source>gitlab:acme/shop/orders</source>")
        .contains("<branch>next</branch>");
  }

  @Test
  @InjectMojo(goal = GOAL)
  void addsThePluginToAPomAndChangesNothingElse(InitMojo mojo) throws Exception {
    hasPom(folder);

    execute(mojo);

    List<String> written = Files.readAllLines(folder.resolve("pom.xml"));
    assertThat(written)
        .containsSubsequence(POM.lines().toList())
        .contains("\t\t\t\t<artifactId>chalice-maven-plugin</artifactId>");
    assertThat(lines).filteredOn(line -> line.startsWith("-")).containsExactly("--- pom.xml");
  }

  @Test
  @InjectMojo(goal = GOAL)
  void leavesAPomAloneThatHasThePlugin(InitMojo mojo) throws Exception {
    hasPom(folder);
    Plugin plugin = new Plugin();
    plugin.setGroupId(mojo.execution.getPlugin().getGroupId());
    plugin.setArtifactId(mojo.execution.getPlugin().getArtifactId());
    project.getBuild().addPlugin(plugin);

    execute(mojo);

    assertThat(lines).last().asString().endsWith("). Nothing to change.");
    assertThat(folder.resolve("pom.xml")).hasContent(POM);
  }

  @Test
  @InjectMojo(goal = GOAL)
  @MojoParameter(name = "write", value = "false")
  void showsTheChangeAloneAndTheCommandThatNeedsNoPom(InitMojo mojo) throws Exception {
    execute(mojo);

    assertThat(folder.resolve("pom.xml")).doesNotExist();
    assertThat(lines)
        .contains("Nothing was written. To do the same without a POM, run:")
        .last()
        .asString()
        .contains(":generate-pipeline -Dchalice.pipelineVersion=v3");
  }

  @Test
  @InjectMojo(goal = GOAL)
  @MojoParameter(name = "pythonVersion", value = "3.5")
  @MojoParameter(name = "branch", value = "..")
  void allMistakesAreToldAndNothingIsWritten(InitMojo mojo) {
    assertThatThrownBy(() -> execute(mojo))
        .isInstanceOf(MojoFailureException.class)
        .hasMessageContaining("<pythonVersion> (-Dchalice.pythonVersion) is `3.5`")
        .hasMessageContaining("<branch> (-Dchalice.branch) is `..`");
    assertThat(folder.resolve("pom.xml")).doesNotExist();
  }

  @Test
  @InjectMojo(goal = GOAL)
  void atARootItNamesTheModulesWithApplications(InitMojo mojo) throws Exception {
    Path root = Files.createDirectories(folder.resolve("root"));
    when(session.getExecutionRootDirectory()).thenReturn(root.toString());
    hasPom(root);
    when(session.getProjects()).thenReturn(List.of(project, module("orders"), module("library")));
    application(root.resolve("orders"));

    assertThatThrownBy(() -> execute(mojo))
        .isInstanceOf(MojoFailureException.class)
        .hasMessageContaining("the Chalice applications are in: orders. Run the goal for one of")
        .hasMessageContaining("mvn -pl orders ");
    assertThat(root.resolve("pom.xml")).hasContent(POM);
  }

  private void hasPom(Path directory) throws Exception {
    project.setFile(Files.writeString(directory.resolve("pom.xml"), POM).toFile());
    project.setArtifactId("shop");
    project.getBuild().setDirectory(directory.resolve("target").toString());
    project.getBuild().setOutputDirectory(directory.resolve("target/classes").toString());
  }

  private MavenProject module(String name) throws Exception {
    Path directory = Files.createDirectories(folder.resolve("root").resolve(name));
    MavenProject module = new MavenProject();
    module.setFile(Files.writeString(directory.resolve("pom.xml"), POM).toFile());
    return module;
  }

  private static void application(Path directory) throws Exception {
    Files.createDirectories(directory.resolve(".chalice"));
    Files.writeString(directory.resolve(".chalice/config.json"), "{\"app_name\": \"orders\"}");
    Files.writeString(directory.resolve("app.py"), "");
    Files.writeString(directory.resolve("requirements.txt"), "");
  }

  private void execute(InitMojo mojo) throws Exception {
    mojo.project = project;
    mojo.setLog(
        new SystemStreamLog() {
          @Override
          public void info(CharSequence line) {
            lines.add(line.toString());
          }
        });
    mojo.execute();
  }
}
