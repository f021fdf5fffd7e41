package io.github.chalicemaven.mojo.configuration;

import io.github.chalicemaven.core.problem.Problems;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.codehaus.plexus.util.xml.Xpp3Dom;

/**
 * Refuses lists of stages, environment variables and the like that stand in two places, such as a
 * POM and its parent, where Maven would merge elements that do not belong together: it merges the
 * first with the first and so on, whatever their names, and drops what the parent has more of.
 *
 * @see <a href="https://maven.apache.org/pom.html#Plugins">combine.children and combine.self</a>
 */
final class InheritedLists {

  private static final String SELF = "combine.self";
  private static final String CHILDREN = "combine.children";

  private final Problems problems;

  InheritedLists(Problems problems) {
    this.problems = problems;
  }

  /** Checks the parts of a configuration, the one that Maven prefers first. */
  void check(List<WrittenConfiguration.Part> parts) {
    Map<String, Items> merged = new LinkedHashMap<>();
    List<WrittenConfiguration.Part> fromTheRoot = new ArrayList<>(parts);
    Collections.reverse(fromTheRoot);
    for (WrittenConfiguration.Part part : fromTheRoot) {
      for (Items items : lists("", part.configuration(), part.where(), false)) {
        merged.merge(items.place(), items, this::merge);
      }
    }
  }

  private Items merge(Items inherited, Items own) {
    if (own.replaces()) {
      return own;
    }
    if (own.appends() || inherited.appends()) {
      return own.after(inherited);
    }
    if (!own.beginsWith(inherited)) {
      problems.add(
          own.place()
              + " in "
              + own.where()
              + " and "
              + inherited.where()
              + ": Maven would merge them by position, "
              + String.join(", ", inherited.names())
              + " with "
              + String.join(", ", own.names())
              + ". Write <"
              + own.element()
              + " combine.self=\"override\"> to replace the inherited elements, or"
              + " combine.children=\"append\" to add to them.");
    }
    return own;
  }

  /** The lists of a configuration whose elements have a name. */
  private static List<Items> lists(
      String around, Xpp3Dom element, String where, boolean overridden) {
    List<Items> found = new ArrayList<>();
    for (Xpp3Dom child : element.getChildren()) {
      boolean replaces = overridden || isOverride(element) || isOverride(child);
      String place = around + "<" + child.getName() + ">";
      List<String> names =
          Stream.of(child.getChildren()).map(InheritedLists::name).filter(n -> n != null).toList();
      if (names.isEmpty()) {
        found.addAll(lists(place, child, where, replaces));
      } else {
        boolean appends = "append".equals(child.getAttribute(CHILDREN));
        found.add(new Items(place, child.getName(), where, names, replaces, appends));
      }
    }
    return found;
  }

  private static boolean isOverride(Xpp3Dom element) {
    return "override".equals(element.getAttribute(SELF));
  }

  private static String name(Xpp3Dom item) {
    Xpp3Dom name = item.getChild(item.getChild("name") == null ? "key" : "name");
    return name == null ? null : name.getValue();
  }

  /**
   * A list in one place.
   *
   * @param replaces whether it takes nothing from where it is inherited from
   * @param appends whether its elements come after the inherited ones
   */
  private record Items(
      String place,
      String element,
      String where,
      List<String> names,
      boolean replaces,
      boolean appends) {

    boolean beginsWith(Items inherited) {
      return names.size() >= inherited.names.size()
          && names.subList(0, inherited.names.size()).equals(inherited.names);
    }

    Items after(Items inherited) {
      List<String> all = Stream.concat(inherited.names.stream(), names.stream()).toList();
      return new Items(place, element, where, all, replaces, true);
    }
  }
}
