package io.github.chalicemaven.mojo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.mockito.Mockito.when;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.inject.Inject;
import org.apache.maven.api.plugin.testing.Basedir;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoExtension;
import org.apache.maven.api.plugin.testing.MojoParameter;
import org.apache.maven.api.plugin.testing.MojoTest;
import org.apache.maven.artifact.Artifact;
import org.apache.maven.artifact.DefaultArtifact;
import org.apache.maven.artifact.handler.DefaultArtifactHandler;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.logging.SystemStreamLog;
import org.apache.maven.project.MavenProject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@MojoTest
@Basedir("/mojo/orders")
class GeneratePipelineMojoTest {

  private static final String GOAL = "generate-pipeline";

  @TempDir Path folder;

  @Inject MavenProject project;
  @Inject MavenSession session;

  private final RecordingLog log = new RecordingLog();

  /** The build was started in the temporary folder, and its target folder lies there. */
  @BeforeEach
  void startABuild() {
    when(session.getExecutionRootDirectory()).thenReturn(folder.toString());
    when(session.getTopLevelProject()).thenReturn(project);
    project.setFile(new File(MojoExtension.getBasedir(), "pom.xml"));
    project.setArtifactId("from-the-pom");
    project.getBuild().setDirectory(folder.resolve("target").toString());
    project.getBuild().setOutputDirectory(folder.resolve("target/classes").toString());
    project.setArtifact(
        new DefaultArtifact(
            "com.example",
            "from-the-pom",
            "1",
            null,
            "pom",
            null,
            new DefaultArtifactHandler("pom")));
  }

  @Test
  @InjectMojo(goal = GOAL)
  void bothFilesAreWrittenToTheTargetFolder(GeneratePipelineMojo mojo) throws Exception {
    execute(mojo);

    assertThat(template())
        .contains("\"Default\": \"orders\"")
        .contains("\"Default\": \"aws/codebuild/amazonlinux2-x86_64-standard:5.0\"")
        .contains("\"BranchName\": \"master\"")
        .contains("\"BuildSpec\": \"version: ");
    assertThat(buildSpec()).contains("python: \"3.12\"").doesNotContain("--project-dir");
  }

  @Test
  @InjectMojo(goal = GOAL)
  void theLogNamesTheFilesAndTheNextCommand(GeneratePipelineMojo mojo) throws Exception {
    execute(mojo);

    assertThat(log.lines)
        .filteredOn(line -> !line.startsWith("debug: "))
        .map(line -> line.replaceFirst("(chalice-maven-plugin):[^:]+", "$1:VERSION"))
        .containsExactly(
            "info: The pipeline deploys the branch master, the default. Choose one with <branch>"
                + " (-Dchalice.branch).",
            "info: The v2 pipeline polls its source, and AWS stops polling a pipeline that has had no"
                + " execution for 30 days. Use <pipelineVersion>v3</pipelineVersion>, which is started"
                + " by events.",
            "info: Wrote " + Path.of("target", "pipeline.json"),
            "info: Wrote " + Path.of("target", "buildspec.yml"),
            "info: Next: mvn io.github.chalicemaven:chalice-maven-plugin:VERSION:deploy-pipeline",
            "info: or with the AWS CLI: aws cloudformation deploy --stack-name orders-pipeline"
                + " --template-file "
                + Path.of("target", "pipeline.json")
                + " --capabilities CAPABILITY_IAM");
  }

  @Test
  @InjectMojo(goal = GOAL)
  void aSecondRunRewritesNothing(GeneratePipelineMojo mojo) throws Exception {
    execute(mojo);
    log.lines.clear();

    execute(mojo);

    assertThat(log.lines)
        .contains(
            "info: Unchanged: " + Path.of("target", "pipeline.json"),
            "info: Unchanged: " + Path.of("target", "buildspec.yml"));
  }

  @Test
  @InjectMojo(goal = GOAL, pom = "everything.xml")
  void everyParameterOfThePomIsTaken(GeneratePipelineMojo mojo) throws Exception {
    execute(mojo);

    assertThat(template())
        .contains("\"Default\": \"shop\"")
        .contains("\"Default\": \"aws/codebuild/standard:7.0\"")
        .contains("\"GithubPersonalToken\"")
        .contains("\"Branch\": \"develop\"");
    assertThat(buildSpec())
        .contains("version: \"0.1\"")
        .contains("pip install chalice==1.31.0")
        .contains("chalice --project-dir orders package");
  }

  @Test
  @InjectMojo(goal = GOAL)
  @MojoParameter(name = "source", value = "github")
  @MojoParameter(name = "branch", value = "main")
  void theSourceMayBeAWord(GeneratePipelineMojo mojo) throws Exception {
    execute(mojo);

    assertThat(template()).contains("\"GithubRepoSecretId\"").contains("\"Branch\": \"main\"");
  }

  @Test
  @InjectMojo(goal = GOAL)
  void theTemplateMayBeYaml(GeneratePipelineMojo mojo) throws Exception {
    mojo.setOutputFile(folder.resolve("pipeline.yaml").toFile());

    execute(mojo);

    assertThat(folder.resolve("pipeline.yaml"))
        .content()
        .startsWith("AWSTemplateFormatVersion: \"2010-09-09\"\n");
  }

  @Test
  @InjectMojo(goal = GOAL)
  void theCopyLiesBesideATemplateBelowTheTargetFolder(GeneratePipelineMojo mojo) throws Exception {
    project.getBuild().setDirectory(folder.resolve("x/../target").toString());
    mojo.setOutputFile(folder.resolve("x/../target/now/pipeline.json").toFile());

    execute(mojo);

    assertThat(folder.resolve("target/now/buildspec.yml")).isRegularFile();
    assertThat(folder.resolve("target/buildspec.yml")).doesNotExist();
  }

  @Test
  @InjectMojo(goal = GOAL)
  void theCopyIsNotPackagedWithTheTemplate(GeneratePipelineMojo mojo) throws Exception {
    mojo.setOutputFile(folder.resolve("target/classes/pipeline.json").toFile());

    execute(mojo);

    assertThat(folder.resolve("target/classes/pipeline.json")).isRegularFile();
    assertThat(folder.resolve("target/classes/buildspec.yml")).doesNotExist();
    assertThat(folder.resolve("target/buildspec.yml")).isRegularFile();
  }

  @Test
  @InjectMojo(goal = GOAL)
  @MojoParameter(name = "skip", value = "true")
  @MojoParameter(name = "appName", value = "my_app")
  void skippedItDoesNothingAndSaysWhy(GeneratePipelineMojo mojo) throws Exception {
    execute(mojo);

    assertThat(log.lines)
        .containsExactly("info: Skipped, because <skip> (-Dchalice.skip) is true.");
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  @InjectMojo(goal = GOAL)
  void nothingIsAttachedUnlessAskedFor(GeneratePipelineMojo mojo) throws Exception {
    execute(mojo);

    assertThat(project.getAttachedArtifacts()).isEmpty();
  }

  @Test
  @InjectMojo(goal = GOAL)
  @MojoParameter(name = "attach", value = "true")
  void bothFilesAreAttachedWithTheirClassifiers(GeneratePipelineMojo mojo) throws Exception {
    execute(mojo);

    assertThat(project.getAttachedArtifacts())
        .extracting(Artifact::getClassifier, Artifact::getType, Artifact::getFile)
        .containsExactly(
            tuple("pipeline", "json", folder.resolve("target/pipeline.json").toFile()),
            tuple("buildspec", "yml", folder.resolve("target/buildspec.yml").toFile()));
  }

  @Test
  @InjectMojo(goal = GOAL)
  @MojoParameter(name = "attach", value = "true")
  void aTemplateWithoutAnExtensionIsAttachedAsJson(GeneratePipelineMojo mojo) throws Exception {
    mojo.setOutputFile(folder.resolve("template").toFile());

    execute(mojo);

    assertThat(project.getAttachedArtifacts()).extracting(Artifact::getType).contains("json");
  }

  @Test
  @InjectMojo(goal = GOAL)
  @MojoParameter(name = "appName", value = "my_app")
  @MojoParameter(name = "pythonVersion", value = "4.0")
  void theUsersMistakesAreAFailureWithoutACause(GeneratePipelineMojo mojo) {
    assertThatThrownBy(() -> execute(mojo))
        .isInstanceOf(MojoFailureException.class)
        .hasNoCause()
        .hasMessageStartingWith("2 problems, nothing was written:\n  - <appName>");
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  @InjectMojo(goal = GOAL)
  void troubleWithAFileIsAnErrorWithItsCause(GeneratePipelineMojo mojo) throws Exception {
    mojo.setOutputFile(folder.resolve("longer-than-any-file-system-takes".repeat(10)).toFile());

    assertThatThrownBy(() -> execute(mojo))
        .isInstanceOf(MojoExecutionException.class)
        .hasCauseInstanceOf(IOException.class);
  }

  @Test
  @InjectMojo(goal = GOAL)
  void aPathThatTheSystemDoesNotSupportIsTheUsersMistake(GeneratePipelineMojo mojo)
      throws Exception {
    mojo.setOutputFile(new File("a\0b"));
    mojo.setBuildspecFile(new File("c\0d"));

    assertThatThrownBy(() -> execute(mojo))
        .isInstanceOf(MojoFailureException.class)
        .hasNoCause()
        .hasMessage(
            "2 problems, nothing was written:\n"
                + "  - <outputFile> (-Dchalice.outputFile) is `a\\u0000b`: this path is not valid"
                + " on this system, whose locale may not support its characters. Use another path,"
                + " or a UTF-8 locale such as LC_ALL=C.UTF-8.\n"
                + "  - <buildspecFile> (-Dchalice.buildspecFile) is `c\\u0000d`: this path is not"
                + " valid on this system, whose locale may not support its characters. Use another"
                + " path, or a UTF-8 locale such as LC_ALL=C.UTF-8.");
  }

  @Test
  @InjectMojo(goal = GOAL)
  void aFileThatIsNotSetIsNotBlamed(GeneratePipelineMojo mojo) throws Exception {
    Path template = Files.createDirectories(folder.resolve("target/pipeline.json"));
    Path copy = Files.createDirectories(folder.resolve("target/buildspec.yml"));

    assertThatThrownBy(() -> execute(mojo))
        .hasMessageContaining(
            "  - the default of <outputFile> (-Dchalice.outputFile) is `"
                + template
                + "`: this is a")
        .hasMessageContaining(
            "  - the copy of the build specification is `" + copy + "`: this is a folder.");
  }

  @Test
  @InjectMojo(goal = GOAL)
  @MojoParameter(name = "update", value = "true")
  void anUpdateBlamesTheCommittedFile(GeneratePipelineMojo mojo) throws Exception {
    mojo.setPipelineFile(folder.toFile());

    assertThatThrownBy(() -> execute(mojo))
        .hasMessageContaining("  - <pipelineFile> (-Dchalice.pipelineFile) is `" + folder + "`: ");
  }

  @Test
  @InjectMojo(goal = GOAL)
  void aFileThatIsSetIsNamed(GeneratePipelineMojo mojo) throws Exception {
    mojo.setOutputFile(folder.toFile());
    mojo.setBuildspecFile(folder.toFile());

    assertThatThrownBy(() -> execute(mojo))
        .hasMessageContaining("  - <outputFile> (-Dchalice.outputFile) is `" + folder + "`: ")
        .hasMessageContaining(
            "  - <buildspecFile> (-Dchalice.buildspecFile) is `" + folder + "`: ");
  }

  @Test
  @InjectMojo(goal = GOAL)
  void withoutAPomTheFilesGoToTheTargetFolderOfTheStart(GeneratePipelineMojo mojo)
      throws Exception {
    project.setFile(null);
    project.getBuild().setDirectory(folder.resolve("elsewhere").toString());

    execute(mojo);

    assertThat(template()).contains("\"Default\": \"orders\"");
    assertThat(folder.resolve("elsewhere")).doesNotExist();
  }

  @Test
  @InjectMojo(goal = GOAL)
  void withoutAPomTheArtifactIdIsNoName(GeneratePipelineMojo mojo) throws Exception {
    project.setFile(null);
    mojo.setAppDirectory(folder.toFile());
    mojo.setRepositoryDirectory(folder.toFile());

    assertThatThrownBy(() -> execute(mojo))
        .isInstanceOf(MojoFailureException.class)
        .hasMessageContaining("neither a POM nor .chalice/config.json names the application");
  }

  @Test
  @InjectMojo(goal = GOAL)
  void withAPomTheArtifactIdIsTheNameOfLastResort(GeneratePipelineMojo mojo) throws Exception {
    mojo.setAppDirectory(folder.toFile());
    mojo.setRepositoryDirectory(folder.toFile());

    execute(mojo);

    assertThat(template()).contains("\"Default\": \"from-the-pom\"");
    assertThat(log.lines)
        .anyMatch(line -> line.startsWith("warn: There is no requirements.txt in "));
  }

  private void execute(GeneratePipelineMojo mojo) throws Exception {
    mojo.setLog(log);
    mojo.execute();
  }

  private String template() throws IOException {
    return Files.readString(folder.resolve("target/pipeline.json"));
  }

  private String buildSpec() throws IOException {
    return Files.readString(folder.resolve("target/buildspec.yml"));
  }

  private static final class RecordingLog extends SystemStreamLog {

    final List<String> lines = new ArrayList<>();

    @Override
    public void debug(CharSequence content) {
      lines.add("debug: " + content);
    }

    @Override
    public void info(CharSequence content) {
      lines.add("info: " + content);
    }

    @Override
    public void warn(CharSequence content) {
      lines.add("warn: " + content);
    }
  }
}
