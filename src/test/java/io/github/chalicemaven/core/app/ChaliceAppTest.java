package io.github.chalicemaven.core.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.chalicemaven.core.problem.Problems;
import io.github.chalicemaven.core.problem.Setting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ChaliceAppTest {

  @TempDir Path root;

  private final Problems problems = new Problems();
  private Path folder;

  @BeforeEach
  void makeTheApplicationsFolder() throws IOException {
    folder = Files.createDirectories(root.resolve("services/orders"));
  }

  @Test
  void theConfigurationIsReadFromTheApplicationsFolder() throws IOException {
    Files.createDirectory(folder.resolve(".chalice"));
    Files.writeString(folder.resolve(".chalice/config.json"), "{\"app_name\": \"orders\"}");

    assertThat(read(null, null).config().appName()).map(Setting::value).contains("orders");
  }

  @ParameterizedTest
  @CsvSource({
    "app.py, true, false",
    ".chalice/config.json, true, true",
    ".chalice/policy.json, false, false",
    "app.py/__init__.py, false, false",
    ".chalice/config.json/file, false, false",
    "requirements.txt, false, false"
  })
  void anApplicationHasItsCodeOrItsConfiguration(
      String file, boolean application, boolean configuration) throws IOException {
    Files.createDirectories(folder.resolve(file).getParent());
    Files.createFile(folder.resolve(file));

    assertThat(ChaliceApp.isChalice(folder)).isEqualTo(application);
    assertThat(ChaliceApp.hasConfig(folder)).isEqualTo(configuration);
  }

  @Test
  void theRepositoryIsTheNearestFolderUpwardsWithGit() throws IOException {
    Files.createDirectory(root.resolve(".git"));
    assertThat(read(null, folder).repository()).isEqualTo(root);

    Files.createDirectory(root.resolve("services/.git"));
    assertThat(read(null, folder).repository()).isEqualTo(root.resolve("services"));
  }

  @Test
  void inAWorktreeOrASubmoduleGitIsAFile() throws IOException {
    Files.writeString(root.resolve(".git"), "gitdir: elsewhere");

    ChaliceApp app = read(null, null);

    assertThat(app.repository()).isEqualTo(root);
    assertThat(app.pathInRepository()).isEqualTo("services/orders");
  }

  @Test
  void anExplicitRepositoryBeatsGit() throws IOException {
    Files.createDirectory(folder.resolve(".git"));

    ChaliceApp app = read(root.resolve("services"), null);

    assertThat(app.repository()).isEqualTo(root.resolve("services"));
    assertThat(app.pathInRepository()).isEqualTo("orders");
    problems.throwIfAny();
  }

  @Test
  void atTheRootThePathInTheRepositoryIsEmpty() {
    assertThat(read(folder, null).pathInRepository()).isEmpty();
  }

  @Test
  void withoutGitTheFallbackIsTakenIfTheApplicationLiesInIt() {
    assertThat(read(null, root).repository()).isEqualTo(root);
    assertThat(read(null, root.resolve("other")).repository()).isEqualTo(folder);
    assertThat(read(null, null).repository()).isEqualTo(folder);
  }

  /** As in CodePipeline's own archive of a source: the build may begin anywhere in it. */
  @ParameterizedTest
  @ValueSource(strings = {"pom.xml", ".mvn", ".gitignore", ".gitattributes"})
  void withoutGitFilesAboveTheBuildShowThatTheRootIsUnknown(String sign) throws IOException {
    Files.createFile(root.resolve(sign));

    read(null, folder);

    assertThat(problems.found())
        .containsExactly(
            "<repositoryDirectory> (-Dchalice.repositoryDirectory) is not set, and it cannot be"
                + " determined: there is no .git above "
                + folder
                + ", but "
                + root.resolve(sign)
                + " exists. Specify the root of the repository, or start the build there.");

    Problems others = new Problems();
    ChaliceApp.read(folder, null, root, others);
    ChaliceApp.read(folder, root, folder, others);
    assertThat(others.found()).as("started at the root, or told").isEmpty();
  }

  @Test
  void theRepositoryOfTheHomeFolderIsHardlyThatOfTheApplication() throws IOException {
    Files.createDirectory(root.resolve(".git"));
    String home = System.getProperty("user.home");
    Problems others = new Problems();
    try {
      System.setProperty("user.home", root.toString());
      read(null, folder);
      ChaliceApp.read(folder, root, folder, others);
      ChaliceApp.read(folder, null, root, others);
    } finally {
      System.setProperty("user.home", home);
    }

    assertThat(problems.found())
        .singleElement()
        .asString()
        .startsWith(
            "<repositoryDirectory> (-Dchalice.repositoryDirectory) is not set, and the nearest")
        .endsWith("Specify the root of the repository.");
    assertThat(others.found()).as("told, or the build's own folder").isEmpty();
  }

  @Test
  void anApplicationOutsideOfItsRepositoryIsAProblem() throws IOException {
    Path other = Files.createDirectory(root.resolve("other"));

    read(other, null);

    assertThatThrownBy(problems::throwIfAny)
        .hasMessageStartingWith("1 problem, ")
        .hasMessageContaining(
            "<repositoryDirectory> (-Dchalice.repositoryDirectory) is `"
                + other
                + "`: the application in "
                + folder
                + " is not in this folder.");
  }

  @Test
  void aRepositoryThatOnlySharesTheBeginningOfTheNameIsAProblem() throws IOException {
    read(Files.createDirectory(root.resolve("services/ord")), null);

    assertThatThrownBy(problems::throwIfAny).hasMessageContaining("is not in this folder");
  }

  @Test
  void aMissingApplicationFolderIsOneProblem() {
    Path missing = root.resolve("missing");

    ChaliceApp.read(missing, null, null, problems);

    assertThatThrownBy(problems::throwIfAny)
        .hasMessage(
            "1 problem, nothing was written:\n  - <appDirectory> (-Dchalice.appDirectory) is `"
                + missing
                + "`: the folder does not exist. Specify the folder that contains the application's"
                + " app.py.");
  }

  @Test
  void aFolderWhoseLinksLeadNowhereIsAProblem() throws IOException {
    Path loop = Files.createSymbolicLink(folder.resolve("loop"), Path.of("loop"));
    Problems problems = new Problems();

    ChaliceApp.read(loop, folder, null, problems);

    assertThat(problems.found())
        .hasSize(2)
        .anySatisfy(problem -> assertThat(problem).contains("lead outside the repository"));
  }

  @Test
  void pathsAreNormalized() {
    ChaliceApp app = ChaliceApp.read(root.resolve("x/../services/orders"), root, null, problems);

    assertThat(app.directory()).isEqualTo(folder);
    assertThat(app.pathInRepository(root.resolve("ci/./buildspec.yml")))
        .isEqualTo("ci/buildspec.yml");
    assertThat(app.isInRepository(root.resolve("services/../buildspec.yml"))).isTrue();
    assertThat(app.isInRepository(root.resolve("../buildspec.yml"))).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          3.12                              | 3.12
          3.12\\n                            | 3.12
          3.12\\r\\n                          | 3.12
          ' \\t3.12 '                        | 3.12
          python3.12\\n                      | python3.12
          3.12.7\\n3.11.9\\n                  | 3.12.7
          # made by hand\\n\\n3.12            | 3.12
          3.12 # as in production           | 3.12
          3.12#as in production             | 3.12
          3.12 3.11                         | 3.12
          """)
  void theFirstVersionInTheFileCounts(String text, String version) throws IOException {
    Path file = folder.resolve(".python-version");
    Files.writeString(file, text.replace("\\n", "\n").replace("\\r", "\r").replace("\\t", "\t"));

    assertThat(read(null, null).pythonVersion()).contains(new Setting(file.toString(), version));
  }

  @Test
  void aFileWithoutAVersionSaysNothing() throws IOException {
    Files.writeString(folder.resolve(".python-version"), "\n  \n# none\n");

    assertThat(read(null, null).pythonVersion()).isEmpty();
    problems.throwIfAny();
  }

  @Test
  void aFolderInPlaceOfThePythonVersionSaysNothing() throws IOException {
    Files.createDirectory(folder.resolve(".python-version"));

    assertThat(read(null, null).pythonVersion()).isEmpty();
  }

  @Test
  void aPythonVersionFileThatIsTooLargeIsAProblem() throws IOException {
    Files.writeString(folder.resolve(".python-version"), "3.12\n".repeat(1_000));

    read(null, null);

    assertThatThrownBy(problems::throwIfAny)
        .hasMessageContaining(
            folder.resolve(".python-version") + " is larger than 4096 bytes. Expected a version");
  }

  private ChaliceApp read(Path repository, Path fallback) {
    return ChaliceApp.read(folder, repository, fallback, problems);
  }
}
