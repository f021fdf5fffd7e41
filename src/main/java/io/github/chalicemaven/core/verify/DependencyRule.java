package io.github.chalicemaven.core.verify;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** No resource depends on itself, directly or through others. */
final class DependencyRule implements Rule {

  /** The items of a resource's {@code DependsOn}, which may also be one name. */
  static List<Node> dependsOn(Node resource) {
    Node dependsOn = resource.get("DependsOn");
    return dependsOn.text().isPresent() ? List.of(dependsOn) : dependsOn.items();
  }

  @Override
  public void check(TemplateIndex document, List<Finding> findings) {
    Map<String, Set<String>> needs = new LinkedHashMap<>();
    for (String id : document.resources().keySet()) {
      needs.put(id, new LinkedHashSet<>());
    }
    for (Reference reference : document.references()) {
      Optional<String> resource = resourceAround(reference.at(), document);
      if (resource.isPresent()) {
        needs.get(resource.get()).add(reference.logicalId());
      }
    }
    for (Map.Entry<String, Node> resource : document.resources().entrySet()) {
      for (Node other : dependsOn(resource.getValue())) {
        if (other.text().isPresent()) {
          needs.get(resource.getKey()).add(other.text().get());
        }
      }
    }
    Set<String> done = new HashSet<>();
    for (String id : needs.keySet()) {
      List<String> cycle = cycle(id, needs, new LinkedHashSet<>(), done);
      if (!cycle.isEmpty()) {
        findings.add(
            document
                .resources()
                .get(cycle.get(0))
                .finding(
                    "the resources depend on each other: " + String.join(" -> ", cycle) + "."));
        return;
      }
    }
  }

  /** The logical ID of the resource that a node is a part of. */
  private static Optional<String> resourceAround(Node node, TemplateIndex document) {
    Node resources = document.section("Resources");
    Node around = node;
    while (around != null && around.parent() != resources) {
      around = around.parent();
    }
    return around == null ? Optional.empty() : Optional.ofNullable(around.key());
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
