package io.github.chalicemaven.core.verify;

import io.github.chalicemaven.core.cloudformation.AwsLimits;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Stages and actions are within CodePipeline's limits, and an artifact or a namespace of variables
 * is produced by one action, before the actions that use it.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/codepipeline/latest/userguide/reference-pipeline-structure.html">
 *     Pipeline structure</a>
 */
final class PipelineRule implements Rule {

  private static final Pattern VARIABLE = Pattern.compile("#\\{([^.}]*)\\.[^}]*}");

  @Override
  public void check(TemplateIndex document, List<Finding> findings) {
    FunctionEvaluator evaluator = document.evaluator();
    for (Node pipeline : document.resourcesOfType("AWS::CodePipeline::Pipeline")) {
      new Visitor(evaluator, findings).stages(pipeline.get("Properties").get("Stages"));
    }
  }

  /** Visits the actions of one pipeline in the order in which they run. */
  private static final class Visitor {

    private final FunctionEvaluator evaluator;
    private final List<Finding> findings;

    /** What earlier actions have produced, by name. */
    private final Set<String> artifacts = new HashSet<>();

    private final Set<String> namespaces = new HashSet<>(Set.of("codepipeline", "variables"));

    Visitor(FunctionEvaluator evaluator, List<Finding> findings) {
      this.evaluator = evaluator;
      this.findings = findings;
    }

    void stages(Node stages) {
      int count = stages.items().size();
      if (count < AwsLimits.MIN_STAGES || count > AwsLimits.MAX_STAGES) {
        findings.add(stages.finding("a pipeline must have 2 to 50 stages, not " + count + "."));
      }
      names(stages.items(), "stage");
      for (int i = 0; i < count; i++) {
        stage(stages.items().get(i), i == 0);
      }
    }

    private void stage(Node stage, boolean first) {
      List<Node> actions = stage.get("Actions").items();
      if (actions.isEmpty() || actions.size() > AwsLimits.MAX_ACTIONS) {
        findings.add(
            stage.finding("a stage must have 1 to 50 actions, not " + actions.size() + "."));
      }
      names(actions, "action");
      for (Node action : actions) {
        boolean source =
            action.get("ActionTypeId").get("Category").text().equals(Optional.of("Source"));
        if (source != first) {
          findings.add(
              action.finding(
                  "the first stage must contain only source actions, and no other stage can contain"
                      + " any."));
        }
        action(action);
      }
      for (List<Node> sideBySide : inOrder(actions).values()) {
        handOver(sideBySide);
      }
    }

    private void names(List<Node> named, String what) {
      Set<String> seen = new HashSet<>();
      for (Node node : named) {
        Node name = node.get("Name");
        if (!name.exists()) {
          findings.add(name.finding("a " + what + " needs a name."));
        }
        NameRule.check(name, AwsLimits.PIPELINE, evaluator, findings);
        Optional<String> text = evaluator.evaluate(name);
        if (text.isPresent() && !seen.add(text.get())) {
          findings.add(name.finding("another " + what + " has this name."));
        }
      }
    }

    private void action(Node action) {
      Node configuration = action.get("Configuration");
      NameRule.check(configuration.get("StackName"), AwsLimits.STACK, evaluator, findings);
      NameRule.check(configuration.get("ChangeSetName"), AwsLimits.CHANGE_SET, evaluator, findings);
      Node customData = configuration.get("CustomData");
      int length = evaluator.evaluate(customData).orElse("").length();
      if (length > AwsLimits.MAX_CUSTOM_DATA) {
        findings.add(customData.finding(length + " characters exceed the limit of 1000."));
      }
      range(
          action.get("TimeoutInMinutes"),
          AwsLimits.MIN_TIMEOUT_MINUTES,
          AwsLimits.MAX_TIMEOUT_MINUTES);
      range(action.get("RunOrder"), 1, AwsLimits.MAX_RUN_ORDER);
      input(action, configuration.get("TemplatePath"), "::");
      input(action, configuration.get("TemplateConfiguration"), "::");
      input(action, configuration.get("PrimarySource"), null);
    }

    private void range(Node number, int min, int max) {
      long value = number.number().orElse(-1L);
      if (number.exists() && (value < min || value > max)) {
        findings.add(number.finding("this must be a number from " + min + " to " + max + "."));
      }
    }

    /** A configuration that names one of the action's own input artifacts. */
    private void input(Node action, Node name, String end) {
      Optional<String> text = evaluator.evaluate(name);
      if (text.isEmpty()) {
        return;
      }
      String artifact = end == null ? text.get() : text.get().split(end, 2)[0];
      if (!names(action.get("InputArtifacts")).contains(artifact)) {
        findings.add(name.finding("`" + artifact + "` is not an input artifact of the action."));
      }
    }

    /**
     * Actions with the same run order run in parallel, so none can use what another one produces.
     */
    private static SortedMap<Long, List<Node>> inOrder(List<Node> actions) {
      SortedMap<Long, List<Node>> byOrder = new TreeMap<>();
      for (Node action : actions) {
        long order = action.get("RunOrder").number().orElse(1L);
        byOrder.putIfAbsent(order, new ArrayList<>());
        byOrder.get(order).add(action);
      }
      return byOrder;
    }

    private void handOver(List<Node> sideBySide) {
      for (Node action : sideBySide) {
        for (Node input : action.get("InputArtifacts").items()) {
          used(input.get("Name"), input.get("Name").text(), artifacts, "artifact");
        }
        useVariables(action.get("Configuration"));
      }
      for (Node action : sideBySide) {
        for (Node output : action.get("OutputArtifacts").items()) {
          made(output.get("Name"), AwsLimits.PIPELINE_ARTIFACT, artifacts, "artifact");
        }
        if (action.get("Namespace").exists()) {
          made(action.get("Namespace"), AwsLimits.PIPELINE_NAMESPACE, namespaces, "namespace");
        }
      }
    }

    /** Variables stand in any text, those of functions included. */
    private void useVariables(Node node) {
      String text = node.text().orElse("");
      if (text.contains("#{")) {
        Matcher variable = VARIABLE.matcher(text);
        while (variable.find()) {
          used(node, Optional.of(variable.group(1)), namespaces, "namespace");
        }
      }
      for (Node child : node.children()) {
        useVariables(child);
      }
    }

    private void used(Node at, Optional<String> name, Set<String> made, String what) {
      if (name.isPresent() && !made.contains(name.get())) {
        findings.add(
            at.finding("no earlier action produces the " + what + " `" + name.get() + "`."));
      }
    }

    private void made(Node name, Pattern pattern, Set<String> made, String what) {
      NameRule.check(name, pattern, evaluator, findings);
      if (name.text().isPresent() && !made.add(name.text().get())) {
        findings.add(
            name.finding(
                "another action already produces the " + what + " `" + name.text().get() + "`."));
      }
    }

    private static List<String> names(Node artifacts) {
      List<String> names = new ArrayList<>();
      for (Node artifact : artifacts.items()) {
        Optional<String> name = artifact.get("Name").text();
        if (name.isPresent()) {
          names.add(name.get());
        }
      }
      return names;
    }
  }
}
