package io.github.chalicemaven.core.render.v3.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.chalicemaven.core.Generated;
import io.github.chalicemaven.core.GoldenCase;
import io.github.chalicemaven.core.VerifiedText;
import io.github.chalicemaven.core.pipeline.Home;
import io.github.chalicemaven.core.pipeline.V3Pipeline;
import io.github.chalicemaven.core.render.SupportTemplate;
import io.github.chalicemaven.core.settings.PipelineSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
    assertThat(judgement(golden).statements())
        .flatExtracting(statement -> statement.principals().getOrDefault("AWS", List.of()))
        .isNotEmpty()
        .allMatch(principal -> principal.equals("*") || principal.endsWith(":root"));
  }

  private Judgement judgement(GoldenCase golden) throws IOException {
    Landscape landscape = landscape(golden);
    return new Judgement(
        landscape, new PipelineLife(landscape, ApplicationLife.Variant.PLAIN, List.of()));
  }

  private Landscape landscape(GoldenCase golden) throws IOException {
    PipelineSettings settings = golden.settingsIn(repository);
    Files.createDirectories(settings.appDirectory);
    Generated generated = Generated.of(settings, LocalDate.EPOCH);
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
        pipeline, supports, home.organizationId(), ForeignStagesPoliciesTest::addBoundaries);
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
