package io.github.chalicemaven.core.render.v3.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.chalicemaven.core.Generated;
import io.github.chalicemaven.core.GoldenCase;
import io.github.chalicemaven.core.V3Settings;
import io.github.chalicemaven.core.VerifiedText;
import io.github.chalicemaven.core.pipeline.Home;
import io.github.chalicemaven.core.pipeline.V3Pipeline;
import io.github.chalicemaven.core.render.SupportTemplate;
import io.github.chalicemaven.core.settings.DeploymentSettings;
import io.github.chalicemaven.core.settings.PipelineSettings;
import io.github.chalicemaven.core.settings.RolesSettings;
import io.github.chalicemaven.core.settings.StageSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The same of the golden pipelines with stages in other accounts and regions: all their templates
 * are deployed, each in its account and region, and judged together.
 */
class ForeignStagesPoliciesTest {

  @TempDir Path repository;

  static List<GoldenCase> goldenCases() {
    return GoldenCase.all().stream()
        .filter(golden -> !GoldenCase.isOneStack(golden.folder()))
        .filter(golden -> golden.folder().startsWith("v3-"))
        .toList();
  }

  @ParameterizedTest
  @MethodSource("goldenCases")
  void whatIsNeededIsAllowedAndNothingNextToIt(GoldenCase golden) throws IOException {
    assertThat(judgement(golden).faults()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("goldenCases")
  void nothingIsSpareAndNothingCouldBeWider(GoldenCase golden) throws IOException {
    Judgement judgement = judgement(golden);
    assertThat(judgement.unnoticed(Mutation.all(judgement.statements()))).isEmpty();
  }

  /** A policy that names a principal which does not exist yet cannot be created. */
  @ParameterizedTest
  @MethodSource("goldenCases")
  void noPolicyNamesARoleOfAnotherAccountAsItsPrincipal(GoldenCase golden) throws IOException {
    assertThat(landscape(golden).accounts(Optional::of).statements())
        .flatExtracting(statement -> statement.principals().getOrDefault("AWS", List.of()))
        .isNotEmpty()
        .allMatch(principal -> principal.equals("*") || principal.endsWith(":root"));
  }

  /** The trust of other accounts is in the role that the user names. */
  @Test
  void aPipelinesRoleMayBeTheUsersOwn() throws IOException {
    String role = "arn:aws:iam::111122223333:role/platform/Pipeline";
    Generated generated =
        generated(
            settings -> {
              V3Settings.accountAndRegion(settings);
              settings.roles = new RolesSettings();
              settings.roles.pipeline = role;
            });
    Judgement judgement =
        judgement(
            generated,
            (accounts, stack) ->
                accounts.addRole(
                    role,
                    Landscape.trust("codepipeline", "111122223333"),
                    List.of(stack.arn("CodePipelineAccess"))));
    assertThat(judgement.faults()).isEmpty();
    assertThat(judgement.unnoticed(Mutation.all(judgement.statements()))).isEmpty();
  }

  /** The pipeline's account lets it read what it deploys; what else it may do is the user's. */
  @Test
  void aDeploymentRoleMayBeTheUsersOwn() throws IOException {
    String role = "arn:aws:iam::444455556666:role/ops/Deploy";
    Generated generated =
        generated(
            settings -> {
              V3Settings.accountAndRegion(settings);
              StageSettings prod = settings.stages.get(1);
              prod.deployment = new DeploymentSettings();
              prod.deployment.roleArn = role;
            });
    Landscape landscape =
        landscape(
            generated,
            (accounts, stack) ->
                accounts.addRole(
                    role, Landscape.trust("cloudformation", "444455556666"), List.of()));
    Accounts accounts = landscape.accounts(Optional::of);
    Needs code = new Needs();
    Landscape.Bucket bucket = landscape.bucket("orders-code-111122223333-eu-west-1");
    code.objects(role, bucket, "0a1b2c3d", List.of("s3:GetObject"));

    assertThat(code.requests()).hasSizeGreaterThan(1).allMatch(accounts::resourceAllows);
    assertThat(code.requests())
        .map(request -> request.by(landscape.administrator("444455556666")))
        .noneMatch(accounts::resourceAllows);
  }

  @Test
  void keysMayBeThoseOfAws() throws IOException {
    Generated generated =
        generated(
            settings -> {
              V3Settings.region(settings);
              settings.encryption = "s3";
            });
    Judgement judgement = judgement(generated, (accounts, stack) -> {});
    assertThat(judgement.faults()).isEmpty();
    assertThat(judgement.unnoticed(Mutation.all(judgement.statements()))).isEmpty();
  }

  @Test
  void otherPartitionsHaveTheirOwnArns() throws IOException {
    Generated generated =
        generated(
            settings -> {
              V3Settings.accountAndRegion(settings);
              settings.region = "us-gov-west-1";
              settings.stages.get(1).region = "us-gov-east-1";
            });
    assertThat(judgement(generated, (accounts, stack) -> {}).faults()).isEmpty();
  }

  /** So many that policies are split. */
  @Test
  void fortyStagesOfSixAccountsAndFourRegionsHaveWhatTheyNeed() throws IOException {
    List<String> regions = List.of("us-east-1", "eu-west-1", "eu-central-1", "ap-southeast-1");
    Generated generated =
        generated(
            settings -> {
              V3Settings.accountAndRegion(settings);
              settings.stages = new ArrayList<>();
              for (int i = 0; i < 40; i++) {
                StageSettings stage = V3Settings.stage("s" + i);
                stage.account = i % 6 == 0 ? null : "44445555666" + i % 6;
                stage.region = regions.get(i % 4);
                settings.stages.add(stage);
              }
            });
    Landscape landscape = landscape(generated, (accounts, stack) -> {});
    Accounts accounts = landscape.accounts(Optional::of);

    assertThat(landscape.accountIds()).hasSize(6);
    assertThat(new PipelineLife(landscape, ApplicationLife.Variant.PLAIN, List.of()).needs())
        .hasSizeGreaterThan(2_000)
        .allMatch(need -> accounts.answer(need).allowed());
  }

  private Judgement judgement(GoldenCase golden) throws IOException {
    return judgement(landscape(golden));
  }

  private static Judgement judgement(
      Generated generated, BiConsumer<Accounts, DeployedStack> given) {
    return judgement(landscape(generated, given));
  }

  private static Judgement judgement(Landscape landscape) {
    return new Judgement(
        landscape, new PipelineLife(landscape, ApplicationLife.Variant.PLAIN, List.of()));
  }

  private Landscape landscape(GoldenCase golden) throws IOException {
    PipelineSettings settings = golden.settingsIn(repository);
    Files.createDirectories(settings.appDirectory);
    return landscape(
        Generated.of(settings, LocalDate.EPOCH), (accounts, stack) -> addBoundaries(accounts));
  }

  private Generated generated(Consumer<PipelineSettings> given) {
    PipelineSettings settings = new PipelineSettings();
    settings.appName = "orders";
    settings.appDirectory = repository;
    settings.repositoryDirectory = repository;
    given.accept(settings);
    return Generated.of(settings, LocalDate.EPOCH);
  }

  /**
   * Deploys the templates, each in its account and region.
   *
   * @param given what the accounts have besides, and the pipeline's own stack
   */
  private static Landscape landscape(
      Generated generated, BiConsumer<Accounts, DeployedStack> given) {
    Home home = ((V3Pipeline) generated.pipeline()).home().orElseThrow();
    List<DeployedStack> supports = new ArrayList<>();
    Map<String, String> parameters = new LinkedHashMap<>();
    for (VerifiedText.Support support : generated.supports()) {
      DeployedStack stack = deployed(support, home);
      supports.add(stack);
      support.of().keyParameter().ifPresent(name -> parameters.put(name, stack.arn("PipelineKey")));
    }
    DeployedStack pipeline =
        DeployedStack.of(
            "orders-pipeline", home.account(), home.region(), generated.templateText(), parameters);
    return new Landscape(
        pipeline, supports, home.organizationId(), accounts -> given.accept(accounts, pipeline));
  }

  /** The boundaries of the settings, which the accounts' platform teams have. */
  private static void addBoundaries(Accounts accounts) {
    Map<?, ?> everything = Landscape.allow(Map.of("Action", "*", "Resource", "*"));
    for (String policy :
        List.of(
            "111122223333:policy/Boundary",
            "444455556666:policy/Boundary",
            "777788889999:policy/Limits")) {
      accounts.addPolicy("arn:aws:iam::" + policy, everything);
    }
  }

  private static DeployedStack deployed(VerifiedText.Support support, Home home) {
    SupportTemplate template = support.of();
    return DeployedStack.of(
        "orders-pipeline-" + template.kind(),
        template.kind() == SupportTemplate.Kind.TARGET ? template.id() : home.account(),
        template.region(),
        support.text());
  }
}
