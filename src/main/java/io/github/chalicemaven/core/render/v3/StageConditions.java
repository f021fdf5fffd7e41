package io.github.chalicemaven.core.render.v3;

import static io.github.chalicemaven.core.cloudformation.Value.mapping;
import static io.github.chalicemaven.core.cloudformation.Value.sequence;

import io.github.chalicemaven.core.cloudformation.Value;
import io.github.chalicemaven.core.pipeline.Gates;
import io.github.chalicemaven.core.pipeline.Stage;
import io.github.chalicemaven.core.render.Actions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The conditions of a stage, made of CodePipeline's rules.
 *
 * @param region where its alarms are; empty for the pipeline's own
 * @see <a href="https://docs.aws.amazon.com/codepipeline/latest/userguide/rule-reference.html">Rule
 *     structure</a>
 */
record StageConditions(Optional<String> region) {

  /** The stage's {@code OnSuccess} that watches an alarm after the deployment. */
  Value watch(Stage.Alarm alarm) {
    return of("ROLLBACK", List.of(alarm("WatchAlarm", alarm)));
  }

  /** The stage's {@code BeforeEntry}, if there is a gate. */
  Optional<Value> entry(Gates gates) {
    List<Value> rules = new ArrayList<>();
    gates.window().map(StageConditions::window).ifPresent(rules::add);
    gates.healthyAlarm().map(alarm -> alarm("CheckAlarm", alarm)).ifPresent(rules::add);
    return gates.any() ? Optional.of(of("FAIL", rules)) : Optional.empty();
  }

  /** CodePipeline takes one condition, with up to five rules. */
  private static Value of(String result, List<Value> rules) {
    return mapping()
        .with(
            "Conditions",
            sequence(mapping().with("Result", result).with("Rules", sequence(rules))));
  }

  private static Value window(Gates.Window window) {
    return rule(
        "WaitForWindow",
        "DeploymentWindow",
        mapping().with("Cron", window.cron()).withText("TimeZone", window.timeZone()));
  }

  private Value alarm(String name, Stage.Alarm alarm) {
    return rule(
            name,
            "CloudWatchAlarm",
            mapping()
                .with("AlarmName", alarm.name())
                .with("WaitTime", String.valueOf(alarm.minutes())))
        .withText("Region", region);
  }

  private static Value.Mapping rule(String name, String provider, Value configuration) {
    return mapping()
        .with("Name", name)
        .with("RuleTypeId", Actions.type("Rule", provider))
        .with("Configuration", configuration);
  }
}
