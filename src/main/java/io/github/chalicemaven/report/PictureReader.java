package io.github.chalicemaven.report;

import io.github.chalicemaven.core.cloudformation.Value;
import io.github.chalicemaven.core.pipeline.LogicalIds;
import io.github.chalicemaven.core.pipeline.Pipeline;
import io.github.chalicemaven.core.pipeline.PipelineOptions;
import io.github.chalicemaven.core.pipeline.Stage;
import io.github.chalicemaven.core.pipeline.Topic;
import io.github.chalicemaven.core.pipeline.V3Pipeline;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Finds the picture of a pipeline: stages and actions in the template, since that is what AWS runs,
 * and what they mean in the resolved pipeline.
 */
final class PictureReader {

  private static final String BACK = "rollback to the last success";
  private static final int SHOWN_COMMANDS = 2;
  private static final Pattern ROLE_OF_ACCOUNT = Pattern.compile("arn:.*:iam::([0-9]{12}):.*");

  private final Pipeline pipeline;
  private final TemplateView template;

  PictureReader(Pipeline pipeline, Value.Mapping template) {
    this.pipeline = pipeline;
    this.template = new TemplateView(template);
  }

  Picture picture() {
    Value.Mapping properties = template.properties(LogicalIds.PIPELINE);
    return new Picture(
        pipeline.appName(),
        SourceWords.of(pipeline).start(),
        TemplateView.mappings(properties, "Stages").stream().map(this::stage).toList(),
        notices());
  }

  private Picture.Stage stage(Value.Mapping stage) {
    String name = template.text(stage, "Name").orElse("");
    List<Value.Mapping> actions =
        TemplateView.mappings(stage, "Actions").stream()
            .sorted((one, other) -> Integer.compare(runOrder(one), runOrder(other)))
            .toList();
    List<Picture.Action> drawn = new ArrayList<>();
    for (int i = 0; i < actions.size(); i++) {
      boolean parallel = i > 0 && runOrder(actions.get(i)) == runOrder(actions.get(i - 1));
      drawn.add(action(name, actions.get(i), parallel, deploys(actions)));
    }
    return new Picture.Stage(name, frame(actions), drawn, outcomes(stage));
  }

  /** Whether change sets of a stage are executed; otherwise they are for a review. */
  private boolean deploys(List<Value.Mapping> actions) {
    return actions.stream()
        .map(action -> kind(action, action.mapping("Configuration")))
        .anyMatch(Picture.Kind.DEPLOY::equals);
  }

  private static int runOrder(Value.Mapping action) {
    return action.entries().get("RunOrder") instanceof Value.Int number ? (int) number.number() : 1;
  }

  private Picture.Action action(
      String stage, Value.Mapping action, boolean parallel, boolean deploys) {
    Value.Mapping configuration = action.mapping("Configuration");
    Picture.Kind kind = kind(action, configuration);
    String label =
        switch (kind) {
          case SOURCE -> "Take " + SourceWords.of(pipeline).label();
          case BUILD -> hasUnitTests() ? "Test and package" : "Package the application";
          case APPROVAL -> "Wait for an approval";
          case CHANGE_SET -> deploys ? "Prepare the changes" : "Show the changes";
          case DEPLOY -> "Deploy";
          case TEST -> "Test what is deployed";
          case OTHER -> type(action, "Provider");
        };
    return new Picture.Action(
        template.text(action, "Name").orElse(""),
        kind,
        label,
        details(kind, stage, action, configuration),
        parallel);
  }

  private Picture.Kind kind(Value.Mapping action, Value.Mapping configuration) {
    String category = type(action, "Category");
    String mode = template.text(configuration, "ActionMode").orElse("");
    return switch (category) {
      case "Source" -> Picture.Kind.SOURCE;
      case "Build" -> Picture.Kind.BUILD;
      case "Test" -> Picture.Kind.TEST;
      case "Approval" -> Picture.Kind.APPROVAL;
      case "Deploy" ->
          mode.equals("CHANGE_SET_REPLACE") ? Picture.Kind.CHANGE_SET : Picture.Kind.DEPLOY;
      default -> Picture.Kind.OTHER;
    };
  }

  private String type(Value.Mapping action, String key) {
    return template.text(action.mapping("ActionTypeId"), key).orElse("");
  }

  private List<Picture.Detail> details(
      Picture.Kind kind, String stage, Value.Mapping action, Value.Mapping configuration) {
    return switch (kind) {
      case SOURCE -> SourceWords.of(pipeline).details().stream().map(PictureReader::words).toList();
      case BUILD -> build();
      case APPROVAL -> approval(action, configuration);
      case CHANGE_SET, DEPLOY ->
          template
              .text(configuration, "StackName")
              .map(name -> List.of(words("stack " + name)))
              .orElse(List.of());
      case TEST -> commands(stage(stage).map(Stage::testCommands).orElse(List.of()));
      case OTHER -> List.of();
    };
  }

  private List<Picture.Detail> build() {
    List<Picture.Detail> details = new ArrayList<>();
    if (pipeline instanceof V3Pipeline v3) {
      details.addAll(commands(v3.buildOptions().testCommands()));
    }
    details.add(words("Python " + pipeline.build().python() + ", chalice package"));
    return details;
  }

  private boolean hasUnitTests() {
    return pipeline instanceof V3Pipeline v3 && !v3.buildOptions().testCommands().isEmpty();
  }

  private List<Picture.Detail> approval(Value.Mapping action, Value.Mapping configuration) {
    List<Picture.Detail> details = new ArrayList<>();
    template
        .text(configuration, "CustomData")
        .ifPresent(text -> details.add(words("\u201C" + text + "\u201D")));
    configuration
        .get("NotificationArn")
        .ifPresent(topic -> details.add(words("asks " + subscriber(topic))));
    template
        .text(action, "TimeoutInMinutes")
        .ifPresent(minutes -> details.add(words("for at most " + duration(minutes))));
    return details;
  }

  /** Who reads a topic: the address where the template has it, else the topic. */
  private String subscriber(Value topic) {
    String addresses =
        TemplateView.reference(topic)
            .map(template::properties)
            .map(properties -> TemplateView.mappings(properties, "Subscription"))
            .orElse(List.of())
            .stream()
            .flatMap(subscription -> template.text(subscription, "Endpoint").stream())
            .collect(Collectors.joining(", "));
    return addresses.isEmpty() ? "the topic " + name(template.text(topic)) : addresses;
  }

  /** An ARN's last part. */
  private static String name(String arn) {
    return arn.substring(arn.lastIndexOf(':') + 1);
  }

  private static String duration(String minutes) {
    int number = minutes.matches("[0-9]{1,6}") ? Integer.parseInt(minutes) : 0;
    if (number > 0 && number % 1440 == 0) {
      return number / 1440 + (number == 1440 ? " day" : " days");
    }
    return number > 0 && number % 60 == 0
        ? number / 60 + (number == 60 ? " hour" : " hours")
        : minutes + " minutes";
  }

  private static List<Picture.Detail> commands(List<String> commands) {
    List<Picture.Detail> details = new ArrayList<>();
    commands.stream()
        .limit(SHOWN_COMMANDS)
        .forEach(command -> details.add(new Picture.Detail(command, true)));
    if (commands.size() > SHOWN_COMMANDS) {
      details.add(words("and " + (commands.size() - SHOWN_COMMANDS) + " more"));
    }
    return details;
  }

  private Optional<Stage> stage(String id) {
    return pipeline instanceof V3Pipeline v3
        ? v3.stages().stream().filter(stage -> stage.id().equals(id)).findFirst()
        : Optional.empty();
  }

  private List<String> outcomes(Value.Mapping stage) {
    List<String> outcomes = new ArrayList<>();
    template
        .text(stage.mapping("OnFailure"), "Result")
        .map(
            result ->
                switch (result) {
                  case "ROLLBACK" -> "If it fails: " + BACK;
                  case "RETRY" -> "If it fails: all its actions run again, once";
                  default -> "If it fails: " + result;
                })
        .ifPresent(outcomes::add);
    for (Value.Mapping condition :
        TemplateView.mappings(stage.mapping("OnSuccess"), "Conditions")) {
      for (Value.Mapping rule : TemplateView.mappings(condition, "Rules")) {
        outcomes.add(watch(condition, rule));
      }
    }
    return outcomes;
  }

  private String watch(Value.Mapping condition, Value.Mapping rule) {
    Value.Mapping configuration = rule.mapping("Configuration");
    String result = template.text(condition, "Result").orElse("");
    return template
            .text(configuration, "AlarmName")
            .map(
                alarm ->
                    "If the alarm "
                        + alarm
                        + " goes off within "
                        + template.text(configuration, "WaitTime").orElse("?")
                        + " minutes: ")
            .orElse("If " + template.text(rule, "Name").orElse("a rule") + " fails: ")
        + (result.equals("ROLLBACK") ? BACK : result);
  }

  /** Where a stage is deployed, if that is one place and named; tests run with the pipeline. */
  private Optional<Picture.Frame> frame(List<Value.Mapping> actions) {
    List<Picture.Frame> frames =
        actions.stream()
            .filter(action -> !List.of("Approval", "Test").contains(type(action, "Category")))
            .map(
                action ->
                    new Picture.Frame(
                        template.text(action, "RoleArn").flatMap(PictureReader::account),
                        template.text(action, "Region")))
            .distinct()
            .toList();
    return frames.size() == 1
        ? frames.stream().filter(f -> f.account().isPresent() || f.region().isPresent()).findFirst()
        : Optional.empty();
  }

  private static Optional<String> account(String roleArn) {
    Matcher role = ROLE_OF_ACCOUNT.matcher(roleArn);
    return role.matches() ? Optional.of(role.group(1)) : Optional.empty();
  }

  private List<String> notices() {
    if (!(pipeline instanceof V3Pipeline v3)) {
      return List.of();
    }
    return v3.options().notifications().stream()
        .map(
            notifications ->
                "Notifications to "
                    + reader(notifications.topic())
                    + ": "
                    + notifications.events().stream()
                        .map(PipelineOptions.Event::toString)
                        .collect(Collectors.joining(", ")))
        .toList();
  }

  private static String reader(Topic topic) {
    return topic instanceof Topic.Email email
        ? email.address()
        : "the topic " + name(((Topic.Existing) topic).arn());
  }

  private static Picture.Detail words(String text) {
    return new Picture.Detail(text, false);
  }
}
