package io.github.chalicemaven.core.render.v3;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.chalicemaven.core.Generated;
import io.github.chalicemaven.core.V3Settings;
import io.github.chalicemaven.core.cloudformation.Functions;
import io.github.chalicemaven.core.cloudformation.Value;
import io.github.chalicemaven.core.cloudformation.Value.Mapping;
import io.github.chalicemaven.core.cloudformation.Values;
import io.github.chalicemaven.core.settings.PipelineSettings;
import io.github.chalicemaven.core.settings.SourceSettings;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A stack that was made of a {@code v2} template, Chalice's or ours, becomes a {@code v3} stack by
 * an update: what is in both is updated in place, and what holds data stays.
 */
class AdoptionTest {

  /** Properties whose update means replacement, by the types that {@code v2} has. */
  private static final Map<String, Set<String>> REPLACING =
      Map.of(
          "AWS::S3::Bucket", Set.of("BucketName"),
          "AWS::IAM::Role", Set.of("RoleName", "Path"),
          "AWS::CodeBuild::Project", Set.of("Name"),
          "AWS::CodePipeline::Pipeline", Set.of("Name"),
          "AWS::CodeCommit::Repository", Set.of());

  @TempDir Path folder;

  /** A way from {@code v2} to {@code v3}. */
  enum Way {
    CODECOMMIT(v2 -> {}, V3Settings::v3),
    GITHUB(v2 -> V3Settings.source(v2, "github"), V3Settings::github),
    EVERYTHING(
        v2 -> {},
        v3 -> {
          V3Settings.everything(v3);
          // Who chooses another path for the roles chooses other roles.
          v3.rolePath = null;
          v3.source = new SourceSettings();
          v3.branch = null;
        });

    private final Consumer<PipelineSettings> before;
    private final Consumer<PipelineSettings> after;

    Way(Consumer<PipelineSettings> before, Consumer<PipelineSettings> after) {
      this.before = before;
      this.after = after;
    }
  }

  @ParameterizedTest
  @EnumSource
  void whatIsInBothHasTheSameType(Way way) {
    Map<String, Value> before = section(generate(way.before), "Resources");
    Map<String, Value> after = section(generate(way.after), "Resources");

    Set<String> both = inBoth(before, after);
    assertThat(both)
        .contains(
            "ApplicationBucket",
            "ArtifactBucketStore",
            "AppPackageBuild",
            "CodeBuildRole",
            "CodePipelineRole",
            "CFNDeployRole",
            "AppPipeline");
    for (String logicalId : both) {
      assertThat(at(after, logicalId, "Type"))
          .as(logicalId)
          .isEqualTo(at(before, logicalId, "Type"));
    }
  }

  @ParameterizedTest
  @EnumSource
  void whatIsInBothIsNotReplaced(Way way) {
    Map<String, Value> before = section(generate(way.before), "Resources");
    Map<String, Value> after = section(generate(way.after), "Resources");

    for (String logicalId : inBoth(before, after)) {
      String type = ((Value.Text) at(before, logicalId, "Type")).text();
      assertThat(REPLACING).containsKey(type);
      for (String property : REPLACING.get(type)) {
        assertThat(at(after, logicalId, "Properties", property))
            .as(logicalId + "." + property)
            .isEqualTo(named(at(before, logicalId, "Properties", property)));
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void onlyWhatHoldsNoDataGoes(Way way) {
    Map<String, Value> before = section(generate(way.before), "Resources");
    Map<String, Value> after = section(generate(way.after), "Resources");

    Set<String> gone = new TreeSet<>(before.keySet());
    gone.removeAll(after.keySet());
    assertThat(gone).containsExactly("CodeBuildPolicy");
    assertThat(at(before, "CodeBuildPolicy", "Type")).isEqualTo(Values.of("AWS::IAM::Policy"));
  }

  @ParameterizedTest
  @EnumSource
  void whatHoldsDataIsRetained(Way way) {
    Map<String, Value> after = section(generate(way.after), "Resources");
    Set<String> stateful =
        Set.of(
            "AWS::S3::Bucket",
            "AWS::CodeCommit::Repository",
            "AWS::KMS::Key",
            "AWS::Logs::LogGroup");

    after.forEach(
        (logicalId, resource) -> {
          String type = ((Value.Text) at(after, logicalId, "Type")).text();
          if (stateful.contains(type)) {
            assertThat(((Mapping) resource).entries())
                .as(logicalId)
                .containsEntry(
                    "DeletionPolicy",
                    Values.of(
                        type.equals("AWS::CodeCommit::Repository")
                            ? "RetainExceptOnCreate"
                            : "Retain"))
                .containsEntry("UpdateReplacePolicy", Values.of("Retain"));
          }
        });
  }

  @ParameterizedTest
  @EnumSource
  void outputsAreKept(Way way) {
    Map<String, Value> before = section(generate(way.before), "Outputs");
    Map<String, Value> after = section(generate(way.after), "Outputs");

    assertThat(after).containsKeys(before.keySet().toArray(String[]::new));
    for (String output : before.keySet()) {
      assertThat(at(after, output, "Value")).as(output).isEqualTo(at(before, output, "Value"));
    }
  }

  @ParameterizedTest
  @EnumSource
  void theFirstStageIsTheStackThatIsDeployedAlready(Way way) {
    assertThat(stackName(generate(way.after))).isEqualTo(named(stackName(generate(way.before))));
  }

  /** {@code aws cloudformation deploy} keeps the former value of a parameter. */
  @ParameterizedTest
  @EnumSource
  void noParameterKeepsItsFormerValue(Way way) {
    assertThat(generate(way.after).entries()).doesNotContainKey("Parameters");
  }

  /** A name of {@code v2} where its parameter {@code ApplicationName} has its default. */
  private static Value named(Value name) {
    Value parameter = Functions.ref("ApplicationName");
    if (parameter.equals(name)) {
      return Values.of("orders");
    }
    Value text = name instanceof Mapping function ? function.entries().get("Fn::Sub") : null;
    return text instanceof Value.Text sub
        ? Values.of(sub.text().replace("${ApplicationName}", "orders"))
        : name;
  }

  private static Value stackName(Mapping template) {
    Value stages = at(section(template, "Resources"), "AppPipeline", "Properties", "Stages");
    return ((Value.Sequence) stages)
        .items().stream()
            .flatMap(
                stage ->
                    ((Value.Sequence) at(((Mapping) stage).entries(), "Actions")).items().stream())
            .map(action -> at(((Mapping) action).entries(), "Configuration", "StackName"))
            .filter(name -> name != null)
            .findFirst()
            .orElseThrow();
  }

  private static Set<String> inBoth(Map<String, Value> before, Map<String, Value> after) {
    Set<String> both = new TreeSet<>(before.keySet());
    both.retainAll(after.keySet());
    return both;
  }

  private Mapping generate(Consumer<PipelineSettings> given) {
    PipelineSettings settings = new PipelineSettings();
    settings.appName = "orders";
    settings.pipelineVersion = "v2";
    settings.appDirectory = folder;
    settings.repositoryDirectory = folder;
    given.accept(settings);
    settings.appDirectory = folder;
    return Generated.of(settings, LocalDate.EPOCH).template();
  }

  private static Map<String, Value> section(Mapping template, String name) {
    return ((Mapping) template.entries().get(name)).entries();
  }

  /** The value at a path, {@code null} where there is none. */
  private static Value at(Map<String, Value> mapping, String... path) {
    Value value = new Mapping(mapping);
    for (String key : List.of(path)) {
      value = value instanceof Mapping inner ? inner.entries().get(key) : null;
    }
    return value;
  }
}
