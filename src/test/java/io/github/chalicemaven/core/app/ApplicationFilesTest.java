package io.github.chalicemaven.core.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.chalicemaven.core.problem.Problems;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ApplicationFilesTest {

  @TempDir Path folder;

  private final Problems problems = new Problems();

  private Optional<String> mergeTemplate = Optional.empty();
  private List<String> reports = List.of();

  @Test
  void aFolderWithoutAnApplicationIsAProblem() throws IOException {
    Files.writeString(folder.resolve("pom.xml"), "<project/>");

    check();

    assertThat(problems.found())
        .containsExactly(
            "<appDirectory> (-Dchalice.appDirectory) is `"
                + folder
                + "`: there is no Chalice application in this folder, no app.py and no"
                + " .chalice/config.json. Specify the application's folder, or leave this project"
                + " out with <skip> (-Dchalice.skip) or <skipIfNoApp> (-Dchalice.skipIfNoApp).");
    assertThat(problems.warnings()).isEmpty();
  }

  @Test
  void anApplicationHasNoProblems() throws IOException {
    application();

    check();

    assertThat(problems.found()).isEmpty();
    assertThat(problems.warnings()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"app.py", ".chalice/config.json", "requirements.txt"})
  void eachMissingFileIsWarnedOf(String name) throws IOException {
    application();
    Files.delete(folder.resolve(name));

    check();

    assertThat(problems.found()).isEmpty();
    assertThat(problems.warnings())
        .singleElement()
        .asString()
        .startsWith(
            "There is no " + name + " in " + folder + ", so the pipeline's build will fail. Add");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"poetry export -o requirements.txt", "pip-compile --output-file requirements.txt"})
  void requirementsThatACommandMakesAreNotMissing(String command) throws IOException {
    application();
    Files.delete(folder.resolve("requirements.txt"));

    check(command);

    assertThat(problems.warnings()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"pip install -r requirements.txt", "pip install -r requirements-dev.txt"})
  void aCommandThatInstallsMakesNoRequirements(String command) throws IOException {
    application();
    Files.delete(folder.resolve("requirements.txt"));

    check(command);

    assertThat(problems.warnings()).hasSize(1);
  }

  @Test
  void aMergeTemplateThatIsNotThereIsAProblemUnlessACommandMakesIt() throws IOException {
    application();
    mergeTemplate = Optional.of("infra/extras.json");

    check();
    assertThat(problems.found())
        .singleElement()
        .asString()
        .startsWith("<build><mergeTemplate> is `infra/extras.json`: the file does not exist in ");

    Problems before = new Problems();
    check(before, "make resources");
    assertThat(before.found()).isEmpty();
    assertThat(before.warnings()).singleElement().asString().contains("unless a command");

    Problems named = new Problems();
    check(named, "python render.py infra/extras.json");
    assertThat(named.warnings()).isEmpty();

    Files.createDirectory(folder.resolve("infra"));
    Files.createFile(folder.resolve("infra/extras.json"));
    Problems there = new Problems();
    check(there);
    assertThat(there.found()).isEmpty();
  }

  @Test
  void reportsNeedTheirFolderOrACommandThatNamesIt() throws IOException {
    application();
    reports = List.of("reports/*.xml", "*.xml");

    Problems named = new Problems();
    check(named, "pytest --junitxml=reports/unit.xml");
    assertThat(named.found()).isEmpty();
    assertThat(named.warnings()).isEmpty();

    Problems other = new Problems();
    check(other, "pytest");
    assertThat(other.warnings())
        .singleElement()
        .asString()
        .startsWith("<build><testReports><file> is `reports/*.xml`: its folder does not exist in ");
  }

  private void application() throws IOException {
    Files.createFile(folder.resolve("app.py"));
    Files.createFile(folder.resolve("requirements.txt"));
    Files.createDirectory(folder.resolve(".chalice"));
    Files.writeString(folder.resolve(".chalice/config.json"), "{}");
  }

  private void check(String... commands) {
    check(problems, commands);
  }

  private void check(Problems into, String... commands) {
    ApplicationFiles.check(folder, List.of(commands), mergeTemplate, reports, into);
  }
}
