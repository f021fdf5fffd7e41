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
            "info: Using application "
                + Path.of(MojoExtension.getBasedir())
                + ", Python 3.12 (.python-version).",
            "info: The pipeline deploys the default branch, master. To deploy another branch, set"
                + " <branch> (-Dchalice.branch).",
            "info: The v2 pipeline polls its source, and AWS stops polling a pipeline that has had no"
                + " execution for 30 days. Use <pipelineVersion>v3</pipelineVersion>, which is started"
                + " by events.",
            "info: Wrote " + Path.of("target", "pipeline.json"),
            "info: Wrote " + Path.of("target", "buildspec.yml"),
            "info: Next: mvn io.github.chalicemaven:chalice-maven-plugin:VERSION:deploy-pipeline",
            "info: Or with the AWS CLI: aws cloudformation deploy --stack-name orders-pipeline"
                + " --template-file "
                + Path.of("target", "pipeline.json")
                + " --capabilities CAPABILITY_IAM");
  }

  @Test
  @InjectMojo(goal = GOAL)
  @MojoParameter(name = "stackName", value = "shop-release")
  void theNextCommandHasTheNameOfTheStack(GeneratePipelineMojo mojo) throws Exception {
    execute(mojo);

    assertThat(log.lines)
        .anyMatch(line -> line.contains("aws cloudformation deploy --stack-name shop-release "));
  }

  @Test
  @InjectMojo(goal = GOAL)
  @MojoParameter(name = "stackName", value = "1_stack")
  @MojoParameter(name = "pythonVersion", value = "2.6")
  void theNameOfTheStackIsCheckedWithAllOthers(GeneratePipelineMojo mojo) {
    assertThatThrownBy(() -> execute(mojo))
        .isInstanceOf(MojoFailureException.class)
        .hasMessageContaining(
            "<stackName> (-Dchalice.stackName) is `1_stack`: use letters, digits and hyphens,"
                + " starting with a letter, at most 128 characters.")
        .hasMessageContaining("<pythonVersion>");
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
        .startsWith("# Generated by chalice-maven-plugin")
        .contains("\nAWSTemplateFormatVersion: \"2010-09-09\"\n");
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
  void aHomeFolderThatNoShellHasReplacedIsTheUsersMistake(GeneratePipelineMojo mojo)
      throws Exception {
    mojo.setOutputFile(folder.resolve("~/p.json").toFile());
    mojo.setPipelineFile(new File("~"));
    mojo.setBuildspecFile(folder.resolve("b~.yml").toFile());

    assertThatThrownBy(() -> execute(mojo))
        .isInstanceOf(MojoFailureException.class)
        .hasMessageStartingWith("2 problems, nothing was written:")
        .hasMessageContaining(
            "<outputFile> (-Dchalice.outputFile) is `" + folder + "/~/p.json`: only a shell")
        .hasMessageContaining("<pipelineFile> (-Dchalice.pipelineFile) is `~`: only a shell");
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  @InjectMojo(goal = GOAL)
  void anUneditedFileInTheSourceTreeIsUpdated(GeneratePipelineMojo mojo) throws Exception {
    mojo.setOutputFile(folder.resolve("pipeline.json").toFile());
    execute(mojo);
    toCrlf(folder.resolve("pipeline.json"));

    mojo.setBranch("next");
    execute(mojo);

    assertThat(folder.resolve("pipeline.json")).content().contains("\"BranchName\": \"next\"");
    assertThat(log.lines).contains("info: Wrote pipeline.json");
  }

  @Test
  @InjectMojo(goal = GOAL)
  void anEditedFileInTheSourceTreeIsKeptAndTheLogSaysSo(GeneratePipelineMojo mojo)
      throws Exception {
    Path template = folder.resolve("pipeline.json");
    Path buildSpec = folder.resolve("buildspec.yml");
    mojo.setOutputFile(template.toFile());
    mojo.setBuildspecFile(buildSpec.toFile());
    mojo.setRepositoryDirectory(folder.toFile());
    mojo.setAppDirectory(application());
    execute(mojo);
    edit(template, "\"master\"", "\"mine\"");
    edit(buildSpec, "pip install", "pip install --quiet");

    mojo.setBranch("next");
    execute(mojo);

    assertThat(template).content().contains("\"mine\"");
    assertThat(buildSpec).content().contains("pip install --quiet");
    assertThat(log.lines)
        .filteredOn(line -> line.contains("Kept"))
        .satisfiesExactly(
            line ->
                assertThat(line)
                    .startsWith(
                        "warn: Kept pipeline.json, which was edited or was not written by this"
                            + " plugin. To replace it, use mvn ")
                    .endsWith(" -Dchalice.update."),
            line ->
                assertThat(line)
                    .startsWith("info: Kept buildspec.yml, which was edited or was not"));
  }

  @Test
  @InjectMojo(goal = GOAL)
  @MojoParameter(name = "update", value = "template")
  void theTemplateAloneMayBeReplaced(GeneratePipelineMojo mojo) throws Exception {
    editedFiles(mojo);

    execute(mojo);

    assertThat(folder.resolve("pipeline.json")).content().doesNotContain("by hand");
    assertThat(folder.resolve("buildspec.yml")).hasContent("# by hand");
  }

  @Test
  @InjectMojo(goal = GOAL)
  @MojoParameter(name = "update", value = "true")
  void bothFilesMayBeReplaced(GeneratePipelineMojo mojo) throws Exception {
    editedFiles(mojo);

    execute(mojo);

    assertThat(folder.resolve("pipeline.json")).content().doesNotContain("by hand");
    assertThat(folder.resolve("buildspec.yml")).content().doesNotContain("by hand");
  }

  @Test
  @InjectMojo(goal = GOAL)
  @MojoParameter(name = "update", value = "yes")
  void anUpdateIsNothingElse(GeneratePipelineMojo mojo) {
    assertThatThrownBy(() -> execute(mojo))
        .isInstanceOf(MojoFailureException.class)
        .hasMessageContaining("<update> (-Dchalice.update) is `yes`: use true, false or template.");
  }

  @Test
  @InjectMojo(goal = GOAL)
  void aFileBelowTheTargetFolderIsAlwaysReplaced(GeneratePipelineMojo mojo) throws Exception {
    execute(mojo);
    edit(folder.resolve("target/pipeline.json"), "\"master\"", "\"mine\"");

    execute(mojo);

    assertThat(template()).contains("\"master\"").doesNotContain("ChaliceMavenPlugin");
  }

  @Test
  @InjectMojo(goal = GOAL)
  void aProjectWithoutAnApplicationIsAFailure(GeneratePipelineMojo mojo) {
    mojo.setAppDirectory(folder.toFile());

    assertThatThrownBy(() -> execute(mojo))
        .isInstanceOf(MojoFailureException.class)
        .hasMessageContaining("there is no Chalice application in this folder");
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  @InjectMojo(goal = GOAL)
  @MojoParameter(name = "skipIfNoApp", value = "true")
  void aProjectWithoutAnApplicationMayBeSkipped(GeneratePipelineMojo mojo) throws Exception {
    mojo.setAppDirectory(folder.toFile());
    execute(mojo);
    assertThat(folder).isEmptyDirectory();
    assertThat(log.lines)
        .containsExactly(
            "info: Skipped, because there is no Chalice application in "
                + folder
                + ", and <skipIfNoApp> (-Dchalice.skipIfNoApp) is true.");

    mojo.setAppDirectory(application());
    mojo.setRepositoryDirectory(folder.toFile());
    execute(mojo);
    assertThat(folder.resolve("target/pipeline.json")).exists();
  }

  private File application() throws IOException {
    Files.createFile(folder.resolve("app.py"));
    return folder.toFile();
  }

  private void editedFiles(GeneratePipelineMojo mojo) throws IOException {
    mojo.setOutputFile(
        Files.writeString(folder.resolve("pipeline.json"), "{\"a\": \"by hand\"}").toFile());
    mojo.setBuildspecFile(
        Files.writeString(folder.resolve("buildspec.yml"), "# by hand\n").toFile());
    mojo.setRepositoryDirectory(folder.toFile());
    mojo.setAppDirectory(application());
  }

  private static void edit(Path file, String old, String text) throws IOException {
    Files.writeString(file, Files.readString(file).replace(old, text));
  }

  private static void toCrlf(Path file) throws IOException {
    edit(file, "\n", "\r\n");
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
    Files.createFile(folder.resolve("app.py"));
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
