package io.github.chalicemaven.core.document;

import io.github.chalicemaven.core.cloudformation.Functions;
import io.github.chalicemaven.core.cloudformation.Value;
import io.github.chalicemaven.core.problem.Setting;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The differences of two documents in words, for example: parameter `Branch` added. */
final class Changes {

  /** The names of the entries of a template's sections. */
  private static final Map<String, String> ENTRIES =
      Map.of("Parameters", "parameter", "Resources", "resource", "Outputs", "output");

  private final List<String> found = new ArrayList<>();

  private Changes() {}

  /** What has changed, in the order of the documents; empty if they are equal. */
  static List<String> between(Value.Mapping before, Value.Mapping after) {
    Changes changes = new Changes();
    for (String section : keys(before, after)) {
      Value old = before.entries().get(section);
      Value current = after.entries().get(section);
      if (ENTRIES.containsKey(section)
          && old instanceof Value.Mapping oldEntries
          && current instanceof Value.Mapping entries) {
        changes.compareSection(ENTRIES.get(section), oldEntries, entries);
      } else {
        changes.compare(section, old, current);
      }
    }
    return changes.found;
  }

  private void compareSection(String what, Value.Mapping before, Value.Mapping after) {
    for (String name : keys(before, after)) {
      compare(
          what + " `" + Setting.shown(name) + "`",
          before.entries().get(name),
          after.entries().get(name));
    }
  }

  private void compare(String what, Value before, Value after) {
    if (before == null || after == null) {
      found.add(
          what + type(before == null ? after : before) + (before == null ? " added" : " removed"));
    } else if (before instanceof Value.Mapping old
        && after instanceof Value.Mapping current
        && !Functions.isFunction(old)
        && !Functions.isFunction(current)) {
      for (String key : keys(old, current)) {
        compare(
            what + separator(what) + Setting.shown(key),
            old.entries().get(key),
            current.entries().get(key));
      }
    } else if (before instanceof Value.Sequence old && after instanceof Value.Sequence current) {
      for (int i = 0; i < Math.max(old.items().size(), current.items().size()); i++) {
        compare(what + "[" + i + "]", item(old, i), item(current, i));
      }
    } else if (!before.equals(after)) {
      found.add(what + changed(before, after));
    }
  }

  /** A colon separates an entry from its property; below that, dots form a path. */
  private static String separator(String what) {
    return what.endsWith("`") ? ": " : ".";
  }

  private static String type(Value entry) {
    return entry instanceof Value.Mapping mapping
            && mapping.entries().get("Type") instanceof Value.Text type
            && type.text().contains("::")
        ? " (" + Setting.shown(type.text()) + ")"
        : "";
  }

  private static String changed(Value before, Value after) {
    if (before instanceof Value.Text old && after instanceof Value.Text current) {
      List<String> oldLines = old.text().lines().toList();
      List<String> lines = current.text().lines().toList();
      int same = 0;
      while (same < Math.min(oldLines.size(), lines.size())
          && oldLines.get(same).equals(lines.get(same))) {
        same++;
      }
      if (Math.max(oldLines.size(), lines.size()) > 1) {
        return ", line " + (same + 1) + " " + fromTo(line(oldLines, same), line(lines, same));
      }
    }
    return " " + fromTo(text(before), text(after));
  }

  private static String fromTo(String before, String after) {
    return "changed from `" + Setting.shown(before) + "` to `" + Setting.shown(after) + "`";
  }

  private static String line(List<String> lines, int index) {
    return index < lines.size() ? lines.get(index) : "";
  }

  private static String text(Value value) {
    return value instanceof Value.Text text ? text.text() : DocumentFormat.oneLine(value);
  }

  private static Value item(Value.Sequence sequence, int index) {
    return index < sequence.items().size() ? sequence.items().get(index) : null;
  }

  private static Set<String> keys(Value.Mapping before, Value.Mapping after) {
    Set<String> keys = new LinkedHashSet<>(before.entries().keySet());
    keys.addAll(after.entries().keySet());
    return keys;
  }
}
