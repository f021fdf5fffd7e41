package io.github.chalicemaven.core.check;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** No resource needs itself to exist first, by way of whatever others. */
final class Dependencies implements Rule {

  /** The items of a resource's {@code DependsOn}, which may also be one name. */
  static List<Node> dependsOn(Node resource) {
    Node dependsOn = resource.get("DependsOn");
    return dependsOn.text().isPresent() ? List.of(dependsOn) : dependsOn.items();
  }

  @Override
  public void check(Document document, List<Finding> findings) {
    Map<String, Set<String>> needs = new LinkedHashMap<>();
    document.resources().forEach((id, resource) -> needs.put(id, needsOf(resource)));
    Set<String> done = new HashSet<>();
    for (String id : needs.keySet()) {
      List<String> cycle = cycle(id, needs, new LinkedHashSet<>(), done);
      if (!cycle.isEmpty()) {
        findings.add(
            document
                .resources()
                .get(cycle.get(0))
                .finding("the resources need each other: " + String.join(" -> ", cycle) + "."));
        return;
      }
    }
  }

  private static Set<String> needsOf(Node resource) {
    Set<String> needs =
        Reference.in(resource).stream()
            .map(Reference::logicalId)
            .collect(Collectors.toCollection(LinkedHashSet::new));
    dependsOn(resource).forEach(other -> other.text().ifPresent(needs::add));
    return needs;
  }

  /** The first cycle that can be reached, its first member again at the end; empty without one. */
  private static List<String> cycle(
      String id, Map<String, Set<String>> needs, Set<String> way, Set<String> done) {
    if (way.contains(id)) {
      List<String> cycle = new ArrayList<>(way);
      cycle.subList(0, cycle.indexOf(id)).clear();
      cycle.add(id);
      return cycle;
    }
    if (!needs.containsKey(id) || done.contains(id)) {
      return List.of();
    }
    way.add(id);
    for (String other : needs.get(id)) {
      List<String> cycle = cycle(other, needs, way, done);
      if (!cycle.isEmpty()) {
        return cycle;
      }
    }
    way.remove(id);
    done.add(id);
    return List.of();
  }
}
