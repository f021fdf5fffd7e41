package io.github.chalicemaven.mojo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.github.chalicemaven.core.problem.FailureException;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.inject.Inject;
import org.apache.maven.api.plugin.testing.Basedir;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoExtension;
import org.apache.maven.api.plugin.testing.MojoTest;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.logging.SystemStreamLog;
import org.apache.maven.project.MavenProject;
import org.eclipse.aether.DefaultSessionData;
import org.eclipse.aether.RepositorySystemSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The files that a goal writes about a stack. */
@MojoTest
@Basedir("/mojo/orders")
class AwsAccessTest {

  @TempDir Path folder;

  @Inject MavenProject project;
  @Inject MavenSession session;

  private final List<String> lines = new ArrayList<>();

  @BeforeEach
  void startABuild() {
    RepositorySystemSession repositories = mock(RepositorySystemSession.class);
    when(repositories.getData()).thenReturn(new DefaultSessionData());
    when(session.getRepositorySession()).thenReturn(repositories);
    when(session.getExecutionRootDirectory()).thenReturn(folder.toString());
    project.setFile(new File(MojoExtension.getBasedir(), "pom.xml"));
    project.getBuild().setDirectory(folder.resolve("target").toString());
    project.getBuild().setOutputDirectory(folder.resolve("target/classes").toString());
  }

  @Test
  @InjectMojo(goal = "deploy-pipeline")
  void aFileWithTheSameContentIsUnchanged(DeployPipelineMojo mojo) throws Exception {
    AwsAccess aws = access(mojo);

    aws.write("outputs.json", "{}");
    aws.write("outputs.json", "{}");

    assertThat(folder.resolve("target/outputs.json")).hasContent("{}");
    assertThat(lines)
        .containsExactly(
            "Wrote " + Path.of("target", "outputs.json"),
            "Unchanged: " + Path.of("target", "outputs.json"));
  }

  @Test
  @InjectMojo(goal = "deploy-pipeline")
  void twoExecutionsDoNotWriteTheSameFile(DeployPipelineMojo mojo) throws Exception {
    AwsAccess aws = access(mojo);
    mojo.execution = execution(mojo, "one");
    aws.write("outputs.json", "{}");

    mojo.execution = execution(mojo, "other");

    assertThatThrownBy(() -> aws.claim("outputs.json")).isInstanceOf(FailureException.class);
    assertThatThrownBy(() -> aws.write("outputs.json", "[]"))
        .hasMessageContaining("Two executions write to the same file, ")
        .hasMessageContaining("deploy-pipeline (one) @ ");
    assertThat(folder.resolve("target/outputs.json")).hasContent("{}");
  }

  @Test
  @InjectMojo(goal = "deploy-pipeline")
  void eachExecutionWithAFolderOfItsOwnHasItsFiles(DeployPipelineMojo mojo) throws Exception {
    mojo.setOutputFile(folder.resolve("target/prod/pipeline.json").toFile());

    access(mojo).write("outputs.json", "{}");

    assertThat(folder.resolve("target/prod/outputs.json")).hasContent("{}");
  }

  private AwsAccess access(DeployPipelineMojo mojo) {
    mojo.setLog(
        new SystemStreamLog() {
          @Override
          public void info(CharSequence line) {
            lines.add(line.toString());
          }
        });
    return new AwsAccess(mojo);
  }

  private static MojoExecution execution(DeployPipelineMojo mojo, String id) {
    return new MojoExecution(
        mojo.execution.getMojoDescriptor(), id, MojoExecution.Source.LIFECYCLE);
  }
}
