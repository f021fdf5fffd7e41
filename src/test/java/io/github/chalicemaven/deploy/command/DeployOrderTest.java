package io.github.chalicemaven.deploy.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.chalicemaven.core.PipelineFiles;
import io.github.chalicemaven.core.PipelineGenerator;
import io.github.chalicemaven.core.ResolvedPipeline;
import io.github.chalicemaven.core.V3Settings;
import io.github.chalicemaven.core.VerifiedText;
import io.github.chalicemaven.core.app.ProjectFacts;
import io.github.chalicemaven.core.files.Destination;
import io.github.chalicemaven.core.pipeline.V3Pipeline;
import io.github.chalicemaven.core.problem.Problems;
import io.github.chalicemaven.core.render.Rendered;
import io.github.chalicemaven.core.settings.PipelineSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeployOrderTest {

  private static final String FRAGMENT =
      """
      Parameters: {Owner: {Type: String}}
      Outputs: {Owner: {Value: !Ref Owner}}
      """;

  @TempDir Path folder;

  @Test
  void theStacksAreNamedAfterThePipelinesOwn() {
    List<DeployOrder.Command> commands = commands(rendered(settings()));

    assertThat(commands)
        .extracting(DeployOrder.Command::account)
        .containsExactly("444455556666", "111122223333", "111122223333");
    assertThat(commands.get(0).line())
        .isEqualTo(
            "aws cloudformation deploy --region eu-west-1 --stack-name shop-target --template-file"
                + " pipeline-target-444455556666.json --capabilities CAPABILITY_NAMED_IAM");
    assertThat(commands.get(1).line()).contains(" --stack-name shop-region ");
    assertThat(commands.get(2).line())
        .contains(" --stack-name shop --template-file pipeline.json ")
        .contains("KeyArnEuWest1=\"$(aws cloudformation describe-stacks --region eu-west-1")
        .contains(" --stack-name shop-region --query ");
  }

  @Test
  void aParameterOfTheUsersOwnIsAVariableBesideTheKey() throws IOException {
    PipelineSettings settings = settings();
    settings.mergeTemplate = Files.writeString(folder.resolve("extras.yaml"), FRAGMENT);
    Rendered rendered = rendered(settings);

    assertThat(DeployCommand.parametersToGive(rendered)).containsExactly("Owner");
    assertThat(commands(rendered).get(2).line())
        .contains(" --parameter-overrides KeyArnEuWest1=\"$(aws ")
        .endsWith(" Owner=\"${Owner:?}\"");
  }

  private PipelineSettings settings() {
    PipelineSettings settings = new PipelineSettings();
    settings.appName = "orders";
    settings.stackName = "shop";
    settings.appDirectory = folder;
    settings.repositoryDirectory = folder;
    V3Settings.accountAndRegion(settings);
    return settings;
  }

  private ResolvedPipeline resolved(PipelineSettings settings) {
    return PipelineGenerator.resolve(
        settings, ProjectFacts.withoutPom(folder), LocalDate.EPOCH, new Problems());
  }

  private Rendered rendered(PipelineSettings settings) {
    return PipelineGenerator.render(resolved(settings));
  }

  private List<DeployOrder.Command> commands(Rendered rendered) {
    VerifiedText text = PipelineGenerator.verify(rendered, Path.of("pipeline.json"));
    PipelineFiles files =
        new PipelineFiles(
            "<outputFile>",
            Destination.of(folder.resolve("pipeline.json")),
            "<buildspecFile>",
            Destination.of(folder.resolve("buildspec.yml")),
            folder);
    return DeployOrder.of(
        (V3Pipeline) resolved(settings()).pipeline(),
        rendered,
        text,
        files,
        path -> path.getFileName().toString());
  }
}
