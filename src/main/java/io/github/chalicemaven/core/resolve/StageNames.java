package io.github.chalicemaven.core.resolve;

import io.github.chalicemaven.core.cloudformation.CamelCase;
import io.github.chalicemaven.core.pipeline.Stage;
import io.github.chalicemaven.core.problem.Problems;
import io.github.chalicemaven.core.problem.Setting;
import io.github.chalicemaven.core.settings.StageSettings;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Checks that the stages of a pipeline have names and stacks of their own. */
final class StageNames {

  /** The pipeline's own stages, in lower case. */
  private static final Set<String> RESERVED = Set.of("source", "build");

  /** The stages' names, by their logical IDs in lower case. */
  private final Map<String, String> names = new HashMap<>();

  /** The stages' names, by account and name of the stack, then by region. */
  private final Map<String, Map<String, String>> stacks = new HashMap<>();

  private final Problems problems;

  StageNames(Problems problems) {
    this.problems = problems;
  }

  /** Checks a stage against those before. */
  void check(String place, StageSettings settings, Stage stage) {
    if (settings.name != null && isUnique(place, stage, settings.name)) {
      String nameOfStack =
          place + (settings.stackName == null ? "<stackName> (by default)" : "<stackName>");
      checkStack(new Setting(nameOfStack, stage.stackName()), stage, settings.name);
    }
  }

  /** Whether no other stage has this logical ID, ignoring case; if one has, a problem names it. */
  private boolean isUnique(String place, Stage stage, String name) {
    String id = stage.id();
    String key = id.toLowerCase(Locale.ROOT);
    String other = names.putIfAbsent(key, name);
    if (other == null && stage.approval().isPresent()) {
      id = stage.approvalId();
      other = names.putIfAbsent(id.toLowerCase(Locale.ROOT), name);
    }
    String advice = null;
    if (RESERVED.contains(key)) {
      advice = "the pipeline has a stage `" + CamelCase.of(key) + "` of its own. Use another name.";
    } else if (name.equals(other)) {
      advice = "another stage has this name. Use each name once.";
    } else if (other != null) {
      advice =
          "in the pipeline it becomes `"
              + id
              + "`, which clashes with stage `"
              + Setting.shown(other)
              + "`: hyphens and case are ignored. Use another name.";
    }
    if (advice != null) {
      problems.add(new Setting(place + "<name>", name), advice);
    }
    return advice == null;
  }

  /** Checks that no other stage has this stack, nor the names of its roles. */
  private void checkStack(Setting stack, Stage stage, String name) {
    String account = stage.target().account().orElse("");
    Map<String, String> regions =
        stacks.computeIfAbsent(account + "/" + stage.stackName(), key -> new LinkedHashMap<>());
    Optional<String> elsewhere = regions.values().stream().findFirst();
    String same = regions.putIfAbsent(stage.target().region().orElse(""), name);
    if (same != null) {
      problems.add(
          stack, "stage `" + Setting.shown(same) + "` has the same stack. Use another one.");
    } else if (elsewhere.isPresent()) {
      problems.warn(
          stack
              + ": stage `"
              + Setting.shown(elsewhere.get())
              + "` has a stack of the same name in another region of the account, and IAM roles"
              + " are not regional: the deployment role of each stage may change the roles of the"
              + " other one. Use another name.");
    }
  }
}
