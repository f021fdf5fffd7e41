package io.github.chalicemaven.core.resolve;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.chalicemaven.core.app.ChaliceApp;
import io.github.chalicemaven.core.app.ChaliceConfig;
import io.github.chalicemaven.core.pipeline.Source;
import io.github.chalicemaven.core.problem.Problems;
import io.github.chalicemaven.core.settings.PipelineSettings;
import io.github.chalicemaven.core.settings.SourceSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeployedBranchTest {

  @TempDir Path repository;

  private final PipelineSettings settings = new PipelineSettings();
  private Source source = new Source.CodeCommit("main");

  @ParameterizedTest
  @CsvSource({
    "main, ''",
    "master, ; the branch checked out here is master",
    "users/jane, ; the branch checked out here is users/jane"
  })
  void saysWhichIsTheDefaultAndWhichIsCheckedOut(String branch, String elsewhere)
      throws IOException {
    checkOut(branch);

    assertThat(notes())
        .containsExactly(
            "The pipeline deploys the branch main, the default"
                + elsewhere
                + ". Choose one with <branch> (-Dchalice.branch).");
  }

  @Test
  void saysTheDefaultWithoutARepository() {
    assertThat(notes()).hasSize(1);
  }

  @Test
  void saysNothingOfAChosenBranch() throws IOException {
    checkOut("master");
    settings.branch = "main";
    assertThat(notes()).isEmpty();

    settings.branch = null;
    settings.source = new SourceSettings();
    assertThat(notes()).hasSize(1);

    settings.source.branch = "main";
    assertThat(notes()).isEmpty();
  }

  @Test
  void saysNothingOfABucket() {
    source = new Source.S3Object("bucket", "app.zip");

    assertThat(notes()).isEmpty();
  }

  private List<String> notes() {
    Problems problems = new Problems();
    ChaliceConfig config = new ChaliceConfig(Optional.empty(), List.of());
    ChaliceApp app = new ChaliceApp(repository, repository, config, Optional.empty());
    DeployedBranch.note(settings, source, "main", app, problems);
    return problems.notes();
  }

  private void checkOut(String branch) throws IOException {
    Files.createDirectories(repository.resolve(".git"));
    Files.writeString(repository.resolve(".git/HEAD"), "ref: refs/heads/" + branch + "\n");
  }
}
