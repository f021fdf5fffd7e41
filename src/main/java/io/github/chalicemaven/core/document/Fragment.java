package io.github.chalicemaven.core.document;

import io.github.chalicemaven.core.cloudformation.AwsLimits;
import io.github.chalicemaven.core.cloudformation.Functions;
import io.github.chalicemaven.core.cloudformation.Location;
import io.github.chalicemaven.core.cloudformation.Value;
import io.github.chalicemaven.core.problem.Problems;
import io.github.chalicemaven.core.problem.Setting;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A user's template fragment, which is merged over the pipeline's template: mappings are merged,
 * lists are appended to unless they hold one item at most, other values are replaced. It is a
 * problem if that would remove something.
 *
 * @param file where the fragment comes from
 * @param content its content
 */
public record Fragment(Path file, Value.Mapping content) {

  /**
   * The template with the fragment merged over it.
   *
   * @param problems receives each conflict that would remove something
   */
  public Value.Mapping mergeOver(Value.Mapping template, Problems problems) {
    return merge(Location.TOP, template, content, problems);
  }

  /**
   * The place in the fragment of a value in the merged template: the items of a list that the
   * fragment appends to have other indices there. Empty if the value does not come from the
   * fragment.
   *
   * @param template the template that the fragment was merged over
   */
  public Optional<Location> origin(Location place, Value.Mapping template) {
    Origin origin = trace(place, template);
    return origin.fromFragment() ? Optional.of(origin.place()) : Optional.empty();
  }

  /** How problems name the fragment. */
  public Setting setting() {
    return Setting.of("mergeTemplate", file);
  }

  private Value.Mapping merge(
      Location place, Value.Mapping template, Value.Mapping fragment, Problems problems) {
    Map<String, Value> merged = new LinkedHashMap<>(template.entries());
    for (Map.Entry<String, Value> entry : fragment.entries().entrySet()) {
      Value own = merged.get(entry.getKey());
      Value value = entry.getValue();
      merged.put(
          entry.getKey(),
          own == null ? value : merge(place.key(entry.getKey()), own, value, problems));
    }
    return new Value.Mapping(merged);
  }

  private Value merge(Location place, Value own, Value value, Problems problems) {
    if (areMappings(own, value)) {
      return merge(place, (Value.Mapping) own, (Value.Mapping) value, problems);
    }
    if (areSequences(own, value) && isListOfOne(place)) {
      return value;
    }
    if (areSequences(own, value)) {
      List<Value> items = new ArrayList<>(((Value.Sequence) own).items());
      items.addAll(((Value.Sequence) value).items());
      return new Value.Sequence(items);
    }
    boolean removes = isContainer(own) || isContainer(value) || isTypeOfResource(place);
    if (removes && !own.equals(value)) {
      problems.add(
          setting(),
          place
              + " would "
              + (isTypeOfResource(place)
                  ? "change the type of a resource of the pipeline"
                  : "replace what the pipeline has there")
              + ". A fragment can add entries, set single values and append to lists. Use another"
              + " logical ID or property.");
    }
    return value;
  }

  private Origin trace(Location place, Value.Mapping template) {
    if (place instanceof Location.Key entry) {
      return trace(entry.above(), template).key(entry.key());
    }
    if (place instanceof Location.Item item) {
      return trace(item.above(), template).item(item.index());
    }
    return Origin.of(Optional.of(template), Optional.of(content), false, place);
  }

  /** Whether AWS takes one item only: the fragment's takes the place of the pipeline's. */
  private static boolean isListOfOne(Location place) {
    return place instanceof Location.Key list && AwsLimits.LISTS_OF_ONE.contains(list.key());
  }

  private static boolean isTypeOfResource(Location place) {
    return place instanceof Location.Key type
        && type.key().equals("Type")
        && type.above() instanceof Location.Key resource
        && resource.above().equals(Location.TOP.key("Resources"));
  }

  private static boolean areMappings(Value own, Value value) {
    return isMapping(own) && isMapping(value);
  }

  private static boolean areSequences(Value own, Value value) {
    return own instanceof Value.Sequence && value instanceof Value.Sequence;
  }

  private static boolean isContainer(Value value) {
    return value instanceof Value.Sequence || isMapping(value);
  }

  /** Whether it is a mapping that is no function; a function is a single value. */
  private static boolean isMapping(Value value) {
    return value instanceof Value.Mapping && !Functions.isFunction(value);
  }

  /**
   * Where the value at a place comes from.
   *
   * @param own the pipeline's value, unless the fragment replaces it
   * @param added the fragment's value
   * @param fromFragment whether the fragment contributes to it; not used for the whole document
   * @param place the place in the fragment
   */
  private record Origin(
      Optional<Value> own, Optional<Value> added, boolean fromFragment, Location place) {

    static Origin of(
        Optional<Value> own, Optional<Value> added, boolean fromFragment, Location place) {
      boolean replaced =
          own.isPresent()
              && added.isPresent()
              && !areMappings(own.get(), added.get())
              && (isListOfOne(place) || !areSequences(own.get(), added.get()));
      return new Origin(replaced ? Optional.empty() : own, added, fromFragment, place);
    }

    Origin key(String key) {
      return below(
          own.flatMap(value -> Value.mapping(value).get(key)),
          added.flatMap(value -> Value.mapping(value).get(key)),
          place.key(key));
    }

    Origin item(int index) {
      int before = own.map(value -> items(value).size()).orElse(0);
      return index < before
          ? new Origin(Optional.empty(), Optional.empty(), false, place.item(index))
          : below(
              Optional.empty(),
              added.map(value -> items(value).get(index - before)),
              place.item(index - before));
    }

    /** If only the fragment has the value around a missing one, that is missing in the fragment. */
    private Origin below(Optional<Value> own, Optional<Value> added, Location place) {
      boolean missing = own.isEmpty() && this.own.isEmpty() && fromFragment;
      return of(own, added, added.isPresent() || missing, place);
    }

    private static List<Value> items(Value value) {
      return value instanceof Value.Sequence sequence ? sequence.items() : List.of();
    }
  }
}
