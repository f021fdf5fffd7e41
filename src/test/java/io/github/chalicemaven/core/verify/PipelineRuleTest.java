package io.github.chalicemaven.core.verify;

import static io.github.chalicemaven.core.cloudformation.Functions.sub;
import static io.github.chalicemaven.core.cloudformation.Values.mapping;
import static io.github.chalicemaven.core.cloudformation.Values.sequence;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.chalicemaven.core.cloudformation.Parameter;
import io.github.chalicemaven.core.cloudformation.Template;
import io.github.chalicemaven.core.cloudformation.Value;
import io.github.chalicemaven.core.cloudformation.Values;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PipelineRuleTest {

  private static final Value SOURCE_STAGE = stage("Source", source("Source", "Code"));
  private static final String STAGES = "Resources.P.Properties.Stages";

  @Test
  void takesAPipelineThatHandsOnItsArtifacts() {
    assertThat(
            check(
                SOURCE_STAGE,
                stage(
                    "Build",
                    action("Build", 1, in("Code"), out("App", "Tests"), "Namespace", "build"),
                    action("Late", 3, in("Tests"), out("Report")),
                    action("Next", 2, in("App", "Code"), out())),
                stage(
                    "Beta",
                    action(
                        "Deploy",
                        1,
                        in("App"),
                        out(),
                        "Configuration",
                        mapping(
                            "StackName",
                            "AppBetaStack",
                            "ChangeSetName",
                            "c",
                            "TemplatePath",
                            "App::t.yaml",
                            "TemplateConfiguration",
                            "App::c.json",
                            "CustomData",
                            "#{build.Version} #{codepipeline.Id} #{variables.x}",
                            "PrimarySource",
                            "App")))))
        .isEmpty();
  }

  @Test
  void findsArtifactsThatNoActionMadeBefore() {
    assertFinding(
        "[1].Actions[0].InputArtifacts[0].Name",
        "no earlier action produces the artifact `Nothing`",
        SOURCE_STAGE,
        stage("Build", action("Build", 1, in("Nothing"), out())));
    assertFinding(
        "[1].Actions[1].InputArtifacts[0].Name",
        "no earlier action produces the artifact `App`",
        SOURCE_STAGE,
        stage(
            "Build",
            action("Build", 1, in("Code"), out("App")),
            action("SideBySide", 1, in("App"), out())));
    assertFinding(
        "[1].Actions[0].InputArtifacts[0].Name",
        "produces the artifact `App`",
        SOURCE_STAGE,
        stage(
            "Build",
            action("TooEarly", 1, in("App"), out()),
            action("Build", 2, in("Code"), out("App"))));
    assertFinding(
        "[1].Actions[0].InputArtifacts[0].Name",
        "produces the artifact `App`",
        SOURCE_STAGE,
        stage("Early", action("Early", 9, in("App"), out())),
        stage("Build", action("Build", 1, in("Code"), out("App"))));
  }

  @Test
  void findsArtifactsThatTwoActionsMake() {
    assertFinding(
        "[1].Actions[0].OutputArtifacts[0].Name",
        "another action already produces the artifact `Code`",
        SOURCE_STAGE,
        stage("Build", action("Build", 1, in("Code"), out("Code"))));
    assertFinding(
        "[1].Actions[0].OutputArtifacts[0].Name",
        "the name `a b` does not match",
        SOURCE_STAGE,
        stage("Build", action("Build", 1, in("Code"), out("a b"))));
  }

  @Test
  void findsVariablesOfNobody() {
    Map<String, Value> texts =
        Map.of(
            "",
            Values.of("x#{late.Url}"),
            ".Fn::Sub",
            sub("${AWS::Region}#{late.Url}"),
            ".Fn::Join[1][0]",
            mapping("Fn::Join", sequence("", sequence("#{late.Url}"))));
    texts.forEach(
        (path, text) ->
            assertFinding(
                "[1].Actions[0].Configuration.Url" + path,
                "produces the namespace `late`",
                SOURCE_STAGE,
                stage(
                    "Build",
                    action("Build", 1, in("Code"), out(), "Configuration", mapping("Url", text)),
                    action("Late", 2, in(), out(), "Namespace", "late"))));
    assertFinding(
        "[1].Actions[1].Namespace",
        "another action already produces the namespace `n`",
        SOURCE_STAGE,
        stage(
            "Build",
            action("A", 1, in(), out(), "Namespace", "n"),
            action("B", 1, in(), out(), "Namespace", "n")));
    assertFinding(
        "[1].Actions[0].Namespace",
        "does not match",
        SOURCE_STAGE,
        stage("Build", action("A", 1, in(), out(), "Namespace", "a.b")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"TemplatePath", "TemplateConfiguration"})
  void findsFilesOfArtifactsThatTheActionDoesNotHave(String key) {
    assertFinding(
        "[1].Actions[0].Configuration." + key,
        "`Other` is not an input artifact of the action",
        SOURCE_STAGE,
        stage(
            "Build",
            action("A", 1, in("Code"), out(), "Configuration", mapping(key, "Other::file.yaml"))));
  }

  @Test
  void findsAPrimarySourceThatIsNone() {
    assertFinding(
        "[1].Actions[0].Configuration.PrimarySource",
        "`Other` is not an input artifact",
        SOURCE_STAGE,
        stage(
            "Build",
            action("A", 1, in("Code"), out(), "Configuration", mapping("PrimarySource", "Other"))));
  }

  @Test
  void wantsSourcesFirstAndNowhereElse() {
    assertFinding(
        "[1].Actions[0]",
        "the first stage must contain only source actions, and no other stage can contain any",
        SOURCE_STAGE,
        stage("Build", source("Again", "More")));
    assertFinding(
        "[0].Actions[1]",
        "the first stage must contain only source actions",
        stage("Source", source("Source", "Code"), action("Build", 1, in(), out())),
        stage("Build", action("Build", 1, in(), out())));
  }

  @Test
  void countsStagesAndActions() {
    assertFinding("", "a pipeline must have 2 to 50 stages, not 1", SOURCE_STAGE);
    assertThat(check(stages(50))).isEmpty();
    assertFinding("", "not 51", stages(51));
    assertThat(check(SOURCE_STAGE, stage("Build", actions(50)))).isEmpty();
    assertFinding("[1]", "1 to 50 actions, not 51", SOURCE_STAGE, stage("Build", actions(51)));
    assertFinding("[1]", "1 to 50 actions, not 0", SOURCE_STAGE, stage("Build"));
  }

  @Test
  void looksAtNames() {
    assertFinding(
        "[1].Name",
        "another stage has this name",
        SOURCE_STAGE,
        stage("Source", action("A", 1, in(), out())));
    assertFinding(
        "[1].Actions[1].Name",
        "another action has this name",
        SOURCE_STAGE,
        stage("Build", action("A", 1, in(), out()), action("A", 2, in(), out())));
    assertThat(
            check(
                SOURCE_STAGE,
                stage("B", action("Same", 1, in(), out())),
                stage("C", action("Same", 1, in(), out()))))
        .isEmpty();
    assertFinding(
        "[1].Name", "does not match", SOURCE_STAGE, stage("a b", action("A", 1, in(), out())));
    assertFinding(
        "[1].Actions[0].Name",
        "does not match",
        SOURCE_STAGE,
        stage("Build", action("x".repeat(101), 1, in(), out())));
    assertFinding(
        "[1].Name",
        "a stage needs a name",
        SOURCE_STAGE,
        mapping("Actions", sequence(action("A", 1, in(), out()))));
  }

  @ParameterizedTest
  @CsvSource({"StackName, my_app", "StackName, 9a", "ChangeSetName, a.b"})
  void knowsNamesOfStacks(String key, String name) {
    assertFinding(
        "[1].Actions[0].Configuration." + key,
        "`" + name + "` does not match",
        SOURCE_STAGE,
        stage("Beta", action("A", 1, in(), out(), "Configuration", mapping(key, name))));
  }

  @Test
  void putsDefaultsIntoStackNames() {
    Template.Builder template =
        pipeline(
            SOURCE_STAGE,
            stage(
                "Beta",
                action(
                    "A",
                    1,
                    in(),
                    out(),
                    "Configuration",
                    mapping("StackName", sub("${App}Beta")))));
    template.parameter("App", Parameter.withDefault("a".repeat(125), "x"));
    assertThat(TemplateVerifier.verify(template.build().document()))
        .extracting(finding -> finding.place().toString())
        .containsExactly(STAGES + "[1].Actions[0].Configuration.StackName");
  }

  @ParameterizedTest
  @CsvSource({
    "TimeoutInMinutes, 4, 5",
    "TimeoutInMinutes, 86401, 86400",
    "TimeoutInMinutes, x, 5",
    "RunOrder, 0, 1",
    "RunOrder, 1000, 999"
  })
  void knowsRanges(String key, String bad, String good) {
    assertFinding(
        "[1].Actions[0]." + key,
        "this must be a number from",
        SOURCE_STAGE,
        stage("Beta", action("A", 1, in(), out(), key, bad)));
    for (Object value : List.of(good, Integer.valueOf(good))) {
      assertThat(check(SOURCE_STAGE, stage("Beta", action("A", 1, in(), out(), key, value))))
          .isEmpty();
    }
  }

  @Test
  void measuresCustomData() {
    for (int length : List.of(1_000, 1_001)) {
      List<Finding> findings =
          check(
              SOURCE_STAGE,
              stage(
                  "Beta",
                  action(
                      "A",
                      1,
                      in(),
                      out(),
                      "Configuration",
                      mapping("CustomData", "x".repeat(length)))));
      assertThat(findings).hasSize(length - 1_000);
    }
  }

  private static Value[] stages(int count) {
    List<Value> stages = new ArrayList<>(List.of(SOURCE_STAGE));
    for (int i = 1; i < count; i++) {
      stages.add(stage("S" + i, action("A", 1, in(), out())));
    }
    return stages.toArray(Value[]::new);
  }

  private static Value[] actions(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> action("A" + i, 1, in(), out()))
        .toArray(Value[]::new);
  }

  private static Value stage(String name, Value... actions) {
    return mapping("Name", name, "Actions", sequence((Object[]) actions));
  }

  private static Value source(String name, String artifact) {
    return mapping(
        "Name",
        name,
        "ActionTypeId",
        mapping("Category", "Source"),
        "OutputArtifacts",
        out(artifact));
  }

  private static Value action(String name, int order, Value inputs, Value outputs, Object... more) {
    Map<String, Object> action = new LinkedHashMap<>();
    action.put("Name", name);
    action.put("ActionTypeId", mapping("Category", "Build"));
    action.put("RunOrder", order);
    action.put("InputArtifacts", inputs);
    action.put("OutputArtifacts", outputs);
    for (int i = 0; i < more.length; i += 2) {
      action.put((String) more[i], more[i + 1]);
    }
    return Values.of(action);
  }

  private static Value in(String... names) {
    return sequence(List.of(names).stream().map(name -> mapping("Name", name)).toArray());
  }

  private static Value out(String... names) {
    return in(names);
  }

  private static Template.Builder pipeline(Value... stages) {
    return Template.builder("A test.")
        .resource(
            "P",
            Values.resource("AWS::CodePipeline::Pipeline", "Stages", sequence((Object[]) stages)));
  }

  private static List<Finding> check(Value... stages) {
    return TemplateVerifier.verify(pipeline(stages).build().document());
  }

  private static void assertFinding(String path, String sentence, Value... stages) {
    assertThat(check(stages))
        .hasSize(1)
        .first()
        .satisfies(
            finding -> {
              assertThat(finding.place()).hasToString(STAGES + path);
              assertThat(finding.sentence()).contains(sentence);
            });
  }
}
