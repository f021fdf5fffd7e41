package io.github.chalicemaven.core.resolve;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.chalicemaven.core.app.ChaliceApp;
import io.github.chalicemaven.core.app.ChaliceConfig;
import io.github.chalicemaven.core.app.ConfigScope;
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
import org.junit.jupiter.params.provider.ValueSource;

class DeployedBranchTest {

  @TempDir Path repository;

  private final PipelineSettings settings = new PipelineSettings();
  private List<String> warnings;
  private Source source = new Source.CodeCommit("main");

  @Test
  void saysWhichIsTheDefault() throws IOException {
    checkOut("main");

    assertThat(notes())
        .containsExactly(
            "The pipeline deploys the default branch, main. To deploy another branch, set <branch>"
                + " (-Dchalice.branch).");
    assertThat(warnings).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"master", "users/jane"})
  void warnsThatAnotherOneIsCheckedOut(String branch) throws IOException {
    checkOut(branch);

    assertThat(notes()).hasSize(1);
    assertThat(warnings)
        .containsExactly(
            "The branch that is checked out is "
                + branch
                + ", but the pipeline deploys the default branch, main.");
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
    assertThat(warnings).isEmpty();

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
    ChaliceConfig config = new ChaliceConfig(Optional.empty(), ConfigScope.EMPTY);
    ChaliceApp app = new ChaliceApp(repository, repository, config, Optional.empty());
    DeployedBranch.tell(settings, source, "main", app, problems);
    warnings = problems.warnings();
    return problems.notes();
  }

  private void checkOut(String branch) throws IOException {
    Files.createDirectories(repository.resolve(".git"));
    Files.writeString(repository.resolve(".git/HEAD"), "ref: refs/heads/" + branch + "\n");
  }
}
