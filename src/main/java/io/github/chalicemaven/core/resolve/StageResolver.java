package io.github.chalicemaven.core.resolve;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.chalicemaven.core.app.ChaliceApp;
import io.github.chalicemaven.core.cloudformation.AwsLimits;
import io.github.chalicemaven.core.cloudformation.CamelCase;
import io.github.chalicemaven.core.cloudformation.Capabilities;
import io.github.chalicemaven.core.pipeline.Stage;
import io.github.chalicemaven.core.pipeline.TestEnvironment;
import io.github.chalicemaven.core.problem.Problems;
import io.github.chalicemaven.core.problem.Setting;
import io.github.chalicemaven.core.settings.DeploymentSettings;
import io.github.chalicemaven.core.settings.PipelineSettings;
import io.github.chalicemaven.core.settings.StageSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Resolves {@code <stages>}. */
final class StageResolver {

  /**
   * CloudFormation shortens a physical name, {@code stack-LogicalId-0123456789ABC}, to 64
   * characters: two hyphens and a suffix of 13 leave 49, and the logical ID may have 24 of them.
   */
  private static final int LONGEST_UNSHORTENED_STACK_NAME = 25;

  private static final int MOST_STAGES = 40;

  private static final int QUOTES_AND_COMMA = 6;

  private static final Pattern STAGE_NAME = Pattern.compile("[A-Za-z][A-Za-z0-9-]{0,29}");
  private static final Pattern CHALICE_STAGE = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_-]{0,63}");
  private static final Pattern CAPABILITY =
      Pattern.compile("CAPABILITY_(IAM|NAMED_IAM|AUTO_EXPAND)");

  private final PipelineSettings settings;
  private final ChaliceApp app;
  private final Problems problems;
  private final SettingReader reader;
  private final TargetResolver targets;

  StageResolver(
      PipelineSettings settings, ChaliceApp app, TargetResolver targets, Problems problems) {
    this.settings = settings;
    this.app = app;
    this.problems = problems;
    this.reader = new SettingReader(problems);
    this.targets = targets;
  }

  /** The stages; they are what the user wants only if no problem was added. */
  List<Stage> resolve(String appName) {
    List<StageSettings> given = settings.stages;
    if (given == null || given.isEmpty()) {
      StageSettings beta = new StageSettings();
      beta.name = "beta";
      given = List.of(beta);
    }
    if (given.size() > MOST_STAGES) {
      problems.add("<stages> has " + given.size() + " stages. Use at most " + MOST_STAGES + ".");
    } else {
      ApprovalResolver.checkCount(given, problems);
    }
    List<String> places = places(settings);
    List<Stage> stages = new ArrayList<>();
    StageNames names = new StageNames(problems);
    for (int i = 0; i < given.size(); i++) {
      Stage stage = stage(places.get(i), given.get(i), appName);
      names.check(places.get(i), given.get(i), stage);
      stages.add(stage);
    }
    return stages;
  }

  /** How problems name the stages, in their order. */
  static List<String> places(PipelineSettings settings) {
    if (settings.stages == null || settings.stages.isEmpty()) {
      return List.of("The default stage `beta`");
    }
    List<String> places = new ArrayList<>();
    for (StageSettings stage : settings.stages) {
      places.add(
          "<stages><stage"
              + (stage.name == null
                  ? "[" + (places.size() + 1) + "]"
                  : " name=\"" + Setting.shown(stage.name) + "\"")
              + ">");
    }
    return places;
  }

  private Stage stage(String place, StageSettings stage, String appName) {
    String name =
        reader.required(
            place + "<name>",
            stage.name,
            STAGE_NAME,
            "use letters, digits and hyphens, starting with a letter, at most 30 characters.");
    String words = CamelCase.of(name);
    String id = words.isEmpty() ? SettingReader.PLACEHOLDER : words;
    String chaliceStage = chaliceStage(place, stage.chaliceStage, name);
    DeploymentSettings given = stage.deployment == null ? settings.deployment : stage.deployment;
    StageNeedsResolver needs = new StageNeedsResolver(given, problems);
    String stackName = stackName(place, stage.stackName, appName + id + "Stack");
    needs.checkPhysicalNames(
        stage.stackName == null ? place + " (its default stack name)" : place + "<stackName>",
        stackName);
    if (given == null) {
      warnOfLongStackName(place, stackName.length());
    }
    GateResolver gates = new GateResolver(problems);
    List<String> tests = reader.commands(place + "<testCommands><command>", stage.testCommands);
    return new Stage(
        id,
        chaliceStage,
        stackName,
        parameterOverrides(place + "<parameterOverrides>", stage.parameterOverrides),
        capabilities(place + "<capabilities><capability>", stage.capabilities),
        Optional.ofNullable(stage.approval)
            .map(own -> new ApprovalResolver(problems).resolve(place + "<approval>", own)),
        tests,
        reader.choice(
            place + "<onFailure>",
            stage.onFailure,
            tests.isEmpty() ? Stage.OnFailure.STOP : Stage.OnFailure.ROLLBACK,
            Stage.OnFailure.class),
        Optional.ofNullable(stage.alarm).map(alarm -> gates.alarm(place + "<alarm>", alarm)),
        needs.resolve(app.config().stage(chaliceStage)),
        testEnvironment(place + "<testEnvironment>", stage),
        Optional.ofNullable(stage.deployment)
            .map(own -> new DeploymentResolver(problems).resolve(place + "<deployment>", own)),
        gates.resolve(place, stage),
        tags(place + "<tags>", stage.tags),
        targets.target(place, stage));
  }

  private String chaliceStage(String place, String given, String name) {
    String stage =
        reader
            .matching(
                place + "<chaliceStage>",
                given,
                CHALICE_STAGE,
                "use letters, digits, hyphens and underscores.")
            .orElse(name);
    List<String> known = app.config().stages();
    if (!known.isEmpty() && !known.contains(stage)) {
      problems.warn(
          place
              + ": .chalice/config.json has no stage `"
              + Setting.shown(stage)
              + "` (it has "
              + String.join(", ", known)
              + "), so Chalice packages it with the settings that all stages share. Add the stage"
              + " there, or set <chaliceStage>.");
    }
    return stage;
  }

  private String stackName(String place, String given, String byDefault) {
    return reader
        .matching(place + "<stackName>", given, AwsLimits.STACK, AwsLimits.STACK_ADVICE)
        .orElse(byDefault);
  }

  private void warnOfLongStackName(String place, int length) {
    if (length > LONGEST_UNSHORTENED_STACK_NAME) {
      problems.warn(
          place
              + ": the stack name has "
              + length
              + " characters. CloudFormation may shorten it in the names of functions and roles,"
              + " and the deployment role's permissions apply only to names that start with the"
              + " whole stack name. Use a <stackName> of at most "
              + LONGEST_UNSHORTENED_STACK_NAME
              + " characters, or set <deployment>.");
    }
  }

  private TestEnvironment testEnvironment(String place, StageSettings stage) {
    if (stage.testEnvironment == null) {
      return TestEnvironment.NONE;
    }
    if (SettingReader.orEmpty(stage.testCommands).isEmpty()) {
      problems.add(place + " is for tests, and the stage has none. Add <testCommands>.");
    }
    return new BuildOptionsResolver(place, problems).resolve(stage.testEnvironment);
  }

  /** Those of all stages, and the stage's own, which come first. */
  private Map<String, String> tags(String place, Map<String, String> own) {
    Map<String, String> tags = SettingReader.emptyForNull(settings.tags);
    int common = tags.size();
    tags.putAll(new TagResolver(problems).resolve(place, own));
    if (common <= TagResolver.MOST_TAGS && tags.size() > TagResolver.MOST_TAGS) {
      problems.add(
          place
              + " has "
              + tags.size()
              + " tags, together with those of all stages. Use at most "
              + TagResolver.MOST_TAGS
              + ".");
    }
    return tags;
  }

  private Map<String, String> parameterOverrides(String place, Map<String, String> overrides) {
    Map<String, String> given = SettingReader.emptyForNull(overrides);
    given.forEach(
        (key, value) -> {
          reader.matching(
              place,
              key,
              AwsLimits.LOGICAL_ID,
              "use the name of a template parameter: letters and digits.");
          if (!value.isEmpty()) {
            reader.freeText(
                place + "<" + Setting.shown(key) + ">", value, AwsLimits.MAX_OVERRIDES_BYTES);
          }
        });
    int bytes =
        given.entrySet().stream()
            .map(entry -> entry.getKey() + entry.getValue())
            .mapToInt(text -> text.getBytes(UTF_8).length + QUOTES_AND_COMMA)
            .sum();
    if (bytes > AwsLimits.MAX_OVERRIDES_BYTES) {
      problems.add(
          place
              + " has "
              + bytes
              + " bytes. Use at most "
              + AwsLimits.MAX_OVERRIDES_BYTES
              + " bytes for all names and values of a stage, the limit of CodePipeline.");
    }
    return given;
  }

  private List<String> capabilities(String place, List<String> capabilities) {
    List<String> checked =
        reader.allMatching(
            place,
            capabilities,
            3,
            CAPABILITY,
            "use CAPABILITY_IAM, CAPABILITY_NAMED_IAM or CAPABILITY_AUTO_EXPAND.");
    return checked.isEmpty() ? List.of(Capabilities.IAM) : checked;
  }
}
