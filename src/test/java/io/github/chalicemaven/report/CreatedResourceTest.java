package io.github.chalicemaven.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.chalicemaven.core.GoldenCase;
import io.github.chalicemaven.core.V3Settings;
import io.github.chalicemaven.core.settings.PipelineSettings;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CreatedResourceTest {

  @TempDir Path repository;

  @Test
  void namesWhatHasAName() throws Exception {
    List<CreatedResource> resources = of(V3Settings::v3).resources();

    assertThat(resource(resources, "AppPipeline").name()).contains("ordersPipeline");
    assertThat(resource(resources, "SourceRepository").name()).contains("orders");
    assertThat(resource(resources, "AppPackageBuild").name()).contains("ordersBuild");
    assertThat(resource(resources, "ApplicationBucket").name()).isEmpty();
    assertThat(resource(of(V3Settings::github).resources(), "SourceConnection").name())
        .contains("orders");
  }

  @Test
  void saysWhatStaysWithoutTheStack() throws Exception {
    List<CreatedResource> v3 = of(V3Settings::v3).resources();
    assertThat(
            v3.stream()
                .filter(resource -> resource.fate() == CreatedResource.Fate.KEPT)
                .map(CreatedResource::logicalId))
        .containsExactly(
            "PipelineKey",
            "AccessLogBucket",
            "ArtifactBucketStore",
            "ApplicationBucket",
            "SourceRepository",
            "BuildLogs");
    assertThat(resource(v3, "AppPipeline").fate()).isEqualTo(CreatedResource.Fate.DELETED);

    List<CreatedResource> v2 = of(settings -> {}).resources();
    assertThat(resource(v2, "ApplicationBucket").fate())
        .isEqualTo(CreatedResource.Fate.DELETED_IF_EMPTY);
  }

  @Test
  void whatAFragmentChangesAndAddsCounts() throws Exception {
    Path fragment = GoldenCase.FOLDERS.resolve("v3-merge/fragment.yaml");
    List<CreatedResource> resources =
        of(settings -> V3Settings.merge(settings, fragment)).resources();

    assertThat(resource(resources, "FailedBuilds").fromFragment()).isTrue();
    assertThat(resource(resources, "AppPackageBuild").fromFragment()).isFalse();
    assertThat(resource(resources, "BuildLogs").fate()).isEqualTo(CreatedResource.Fate.DELETED);
  }

  @Test
  void fixedCostsAreThoseOfKeysAndPipelines() throws Exception {
    assertThat(cents(V3Settings::v3)).containsExactly("PipelineKey 100", "AppPipeline 0");
    assertThat(cents(V3Settings::s3Encryption)).containsExactly("AppPipeline 0");
    assertThat(cents(settings -> {})).containsExactly("AppPipeline 100");
    assertThat(HtmlPage.page(of(V3Settings::v3)))
        .contains("<td>1.00</td>", "<td>0.00</td>", "<td><strong>1.00</strong></td>");
  }

  private List<String> cents(Consumer<PipelineSettings> settings) throws Exception {
    return of(settings).costs().stream()
        .map(cost -> cost.logicalId() + " " + cost.cents())
        .toList();
  }

  private Report of(Consumer<PipelineSettings> settings) throws Exception {
    return Reported.of(new GoldenCase("", "json", settings), repository).report();
  }

  private static CreatedResource resource(List<CreatedResource> resources, String logicalId) {
    Optional<CreatedResource> found =
        resources.stream().filter(r -> r.logicalId().equals(logicalId)).findFirst();
    return found.orElseThrow();
  }
}
