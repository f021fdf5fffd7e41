package io.github.chalicemaven.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.chalicemaven.core.GoldenCase;
import io.github.chalicemaven.core.V3Settings;
import io.github.chalicemaven.core.settings.PipelineSettings;
import io.github.chalicemaven.core.settings.StageSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PictureTest {

  @TempDir Path repository;

  @Test
  void saysWhatStartsThePipeline() throws Exception {
    assertThat(of(s -> s.branch = "main").start()).containsExactly("A push to main");
    assertThat(of(V3Settings::gitlab).start())
        .containsExactly(
            "A push to main", "that changes services/orders/**", "but not only **/*.md");
    assertThat(of(V3Settings::s3Source).start()).containsExactly("An upload of the file");
    assertThat(
            of(settings -> {
                  V3Settings.github(settings);
                  settings.source.includeTags = List.of("v*");
                  settings.source.excludeTags = List.of("*-rc");
                })
                .start())
        .containsExactly("A push of a tag", "named v*", "but not *-rc");
    assertThat(
            of(settings -> {
                  V3Settings.github(settings);
                  settings.source.excludePaths = List.of("docs/**");
                })
                .start())
        .containsExactly("A push to main", "that does not only change docs/**");
  }

  @Test
  void saysWhatEachActionDoes() throws Exception {
    assertThat(TextPicture.draw(of(V3Settings::everything)))
        .isEqualTo(
            """
            A push to release that changes orders/**, shared/** but not only **/README.md
              |
              v
            [1] Source
              * Take acme/orders (GitHub Enterprise Server; a connection of this template)
              |
              v
            [2] Build
              * Test and package (pytest --junitxml=reports/unit.xml; Python 3.13, chalice package)
              |
              v
            [3] BetaApproval
              * Wait for an approval (asks the topic releases)
              |
              v
            [4] Beta
              * Prepare the changes (stack ordersBetaStack)
              * Deploy (stack ordersBetaStack)
              * Test what is deployed (pytest integration --url "$EndpointURL")
              ! If it fails: rollback to the last success
              ! If the alarm orders-beta-errors goes off within 10 minutes: rollback to the last success
              |
              v
            [5] ProdApproval
              * Show the changes (stack orders-live)
              * Wait for an approval (\u201CShip it?\u201D; asks ops@example.com; for at most 2 days)
              |
              v
            [6] Prod
              * Prepare the changes (stack orders-live)
              * Deploy (stack orders-live)
              * Test what is deployed (python smoke.py)
              ! If it fails: all its actions run again, once
              ! If the alarm orders errors goes off within 30 minutes: rollback to the last success

            Notifications to team@example.com: failed, approval-needed, succeeded
            """);
  }

  @Test
  void manyCommandsAreCounted() throws Exception {
    Picture picture =
        of(
            settings -> {
              V3Settings.v3(settings);
              StageSettings stage = V3Settings.stage("beta");
              stage.testCommands = List.of("one", "two", "three", "four");
              V3Settings.stages(settings, stage);
            });

    assertThat(TextPicture.draw(picture)).contains("Test what is deployed (one; two; and 2 more)");
  }

  @Test
  void whatAFragmentAddsToThePipelineIsInThePicture() throws Exception {
    Picture picture =
        merged(
            """
            Resources:
              AppPipeline:
                Properties:
                  Stages:
                    - Name: Ireland
                      Actions:
                        - Name: Second
                          ActionTypeId: {Category: Deploy, Owner: AWS, Provider: S3, Version: "1"}
                          RunOrder: 2
                          Region: eu-west-1
                          RoleArn: arn:aws:iam::444455556666:role/Copy
                        - Name: AlsoSecond
                          ActionTypeId: {Category: Invoke, Owner: AWS, Provider: Lambda, Version: "1"}
                          RunOrder: 2
                          Region: eu-west-1
                          RoleArn: arn:aws:iam::444455556666:role/Call
                        - Name: First
                          ActionTypeId: {Category: Approval, Owner: AWS, Provider: Manual, Version: "1"}
                          RunOrder: 1
            """);
    Picture.Stage added = picture.stages().get(picture.stages().size() - 1);

    assertThat(added.name()).isEqualTo("Ireland");
    assertThat(added.actions().stream().map(Picture.Action::name))
        .containsExactly("First", "Second", "AlsoSecond");
    assertThat(added.actions().stream().map(Picture.Action::parallel))
        .containsExactly(false, false, true);
    assertThat(added.actions().get(2).label()).isEqualTo("Lambda");
    assertThat(added.frame())
        .contains(new Picture.Frame(Optional.of("444455556666"), Optional.of("eu-west-1")));
    assertThat(TextPicture.draw(picture))
        .contains("Ireland (Account 444455556666, eu-west-1)")
        .contains("  & Lambda\n");
  }

  @Test
  void hasAStartAndAStage() {
    List<Picture.Stage> stages = Pictures.ofStages(Optional.empty(), "Beta").stages();

    assertThatThrownBy(() -> new Picture("orders", List.of(), stages, List.of()))
        .hasMessageContaining("without start");
    assertThatThrownBy(() -> new Picture("orders", List.of("A push"), List.of(), List.of()))
        .hasMessageContaining("without stages");
  }

  private Picture merged(String fragment) throws Exception {
    Path file = repository.resolve("extras.yaml");
    Files.writeString(file, fragment);
    return of(settings -> V3Settings.merge(settings, file));
  }

  private Picture of(Consumer<PipelineSettings> settings) throws Exception {
    return Reported.of(new GoldenCase("", "json", settings), repository).picture();
  }
}
