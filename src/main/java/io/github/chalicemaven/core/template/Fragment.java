package io.github.chalicemaven.core.template;

import io.github.chalicemaven.core.cloudformation.Functions;
import io.github.chalicemaven.core.cloudformation.Value;
import io.github.chalicemaven.core.problem.Problems;
import io.github.chalicemaven.core.problem.Setting;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A user's fragment of a template, merged over the pipeline's own: mappings are merged, lists are
 * continued, other values are replaced. What would remove something is a problem.
 */
public final class Fragment {

  private final Setting setting;
  private final Problems problems;

  private Fragment(Setting setting, Problems problems) {
    this.setting = setting;
    this.problems = problems;
  }

  /**
   * Merges a fragment.
   *
   * @param file where the fragment comes from, for problems
   * @param problems takes each clash that would remove something
   */
  public static Value.Mapping merge(
      Value.Mapping template, Value.Mapping fragment, Path file, Problems problems) {
    return new Fragment(Setting.of("mergeTemplate", file), problems).merge("", template, fragment);
  }

  private Value.Mapping merge(String path, Value.Mapping template, Value.Mapping fragment) {
    Map<String, Value> merged = new LinkedHashMap<>(template.entries());
    fragment
        .entries()
        .forEach(
            (key, value) -> {
              Value old = merged.get(key);
              merged.put(key, old == null ? value : merge(join(path, key), old, value));
            });
    return new Value.Mapping(merged);
  }

  private Value merge(String path, Value old, Value value) {
    if (isMapping(old) && isMapping(value)) {
      return merge(path, (Value.Mapping) old, (Value.Mapping) value);
    }
    if (old instanceof Value.Sequence items && value instanceof Value.Sequence more) {
      List<Value> all = new ArrayList<>(items.items());
      all.addAll(more.items());
      return new Value.Sequence(all);
    }
    boolean removes = isContainer(old) || isContainer(value) || isTypeOfResource(path);
    if (removes && !old.equals(value)) {
      problems.add(
          setting,
          path
              + " would "
              + (isTypeOfResource(path)
                  ? "change the type of a resource of the pipeline"
                  : "replace what the pipeline has there")
              + ". A fragment adds, sets single values and continues lists: use another logical ID or"
              + " property.");
    }
    return value;
  }

  private static boolean isTypeOfResource(String path) {
    return path.matches("Resources\\.[^.]+\\.Type");
  }

  private static boolean isContainer(Value value) {
    return value instanceof Value.Sequence || isMapping(value);
  }

  /** Whether it is a mapping that is no function; a function is a single value. */
  private static boolean isMapping(Value value) {
    return value instanceof Value.Mapping mapping
        && !(mapping.entries().size() == 1
            && mapping.entries().keySet().stream()
                .allMatch(
                    key ->
                        key.equals("Ref")
                            || key.equals("Condition")
                            || key.startsWith("Fn::")
                                && Functions.NAMES.contains(key.substring(4))));
  }

  private static String join(String path, String key) {
    return path.isEmpty() ? key : path + "." + key;
  }
}
