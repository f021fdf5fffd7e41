package io.github.chalicemaven.report;

import io.github.chalicemaven.core.cloudformation.Location;
import io.github.chalicemaven.core.cloudformation.Value;
import io.github.chalicemaven.core.pipeline.ClassicPipeline;
import io.github.chalicemaven.core.pipeline.Pipeline;
import io.github.chalicemaven.core.render.Rendered;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

/**
 * Finds the permissions in a template: a statement is any mapping with an {@code Effect} below a
 * {@code Statement}, in whatever resource, a fragment's too.
 */
final class PermissionsReader {

  private final Pipeline pipeline;
  private final Rendered rendered;
  private final TemplateView template;
  private final StatementReader statementReader;
  private final Map<String, List<Permissions.Statement>> trust = new LinkedHashMap<>();
  private final List<Permissions.Policy> policies = new ArrayList<>();
  private final List<Permissions.Policy> resourcePolicies = new ArrayList<>();

  PermissionsReader(Pipeline pipeline, Rendered rendered) {
    this.pipeline = pipeline;
    this.rendered = rendered;
    this.template = new TemplateView(rendered.template());
    this.statementReader = new StatementReader(template);
  }

  Permissions permissions() {
    template
        .resources()
        .forEach(
            (logicalId, resource) ->
                find(
                    "Statement",
                    Location.TOP.key("Resources").key(logicalId),
                    resource,
                    (place, policy) -> add(logicalId, resource, place, policy)));
    return new Permissions(roles(), policies, resourcePolicies);
  }

  private void add(String logicalId, Value.Mapping resource, Location place, Value.Mapping policy) {
    PolicyKind kind = PolicyKind.of(template.text(resource, "Type").orElse(""), place);
    List<Permissions.Statement> statements = new ArrayList<>();
    find(
        "Effect",
        place.key("Statement"),
        policy.entries().get("Statement"),
        (where, found) -> {
          Permissions.Statement statement = statementReader.read(where, found);
          statements.add(statement.because(reason(statement, resource, kind)));
        });
    Value.Mapping properties = resource.mapping("Properties");
    String description = template.text(properties, "Description").orElse("");
    switch (kind) {
      case TRUST -> trust.computeIfAbsent(logicalId, id -> new ArrayList<>()).addAll(statements);
      case INLINE ->
          policies.add(
              new Permissions.Policy(
                  inlineName(logicalId, properties, place), "", List.of(logicalId), statements));
      case OF_ROLES ->
          policies.add(
              new Permissions.Policy(
                  logicalId,
                  description,
                  listed(properties, "Roles", "Users", "Groups"),
                  statements));
      case OF_RESOURCE ->
          resourcePolicies.add(
              new Permissions.Policy(
                  logicalId, description, targets(logicalId, properties), statements));
    }
  }

  /** Finds the outermost mappings that have a key, with their places. */
  private static void find(
      String key, Location place, Value value, BiConsumer<Location, Value.Mapping> found) {
    if (value instanceof Value.Mapping mapping) {
      if (mapping.entries().containsKey(key)) {
        found.accept(place, mapping);
        return;
      }
      mapping.entries().forEach((name, entry) -> find(key, place.key(name), entry, found));
    } else if (value instanceof Value.Sequence sequence) {
      for (int i = 0; i < sequence.items().size(); i++) {
        find(key, place.item(i), sequence.items().get(i), found);
      }
    }
  }

  /** Why a statement is there: whose fragment adds it, or why its wildcards are there. */
  private Optional<String> reason(
      Permissions.Statement statement, Value.Mapping resource, PolicyKind kind) {
    return fromFragment(statement.place())
        .or(() -> Optional.ofNullable(rendered.reasons().get(statement.place())))
        .or(() -> kind.reason(statement))
        .or(() -> statement.isWide() ? suppression(resource).or(this::version) : Optional.empty());
  }

  private Optional<String> version() {
    return pipeline instanceof ClassicPipeline
        ? Optional.of(
            "as wide as in Chalice's own template, which "
                + pipeline.version()
                + " keeps to; v3 grants less")
        : Optional.empty();
  }

  private Optional<String> fromFragment(Location place) {
    return rendered
        .fragmentOf(place)
        .map(fragment -> "from the fragment " + fragment.file().getFileName());
  }

  private Optional<String> suppression(Value.Mapping resource) {
    Value.Mapping notes = resource.mapping("Metadata").mapping("cdk_nag");
    return TemplateView.mappings(notes, "rules_to_suppress").stream()
        .filter(rule -> template.text(rule, "id").filter("AwsSolutions-IAM5"::equals).isPresent())
        .flatMap(rule -> template.text(rule, "reason").stream())
        .findFirst();
  }

  private String inlineName(String logicalId, Value.Mapping properties, Location place) {
    if (place instanceof Location.Key document && document.above() instanceof Location.Item item) {
      List<Value.Mapping> inline = TemplateView.mappings(properties, "Policies");
      return logicalId
          + ": "
          + (item.index() < inline.size()
              ? template.text(inline.get(item.index()), "PolicyName").orElse("")
              : "");
    }
    return logicalId;
  }

  private List<String> targets(String logicalId, Value.Mapping properties) {
    List<String> targets =
        listed(properties, "Bucket", "Topics", "Queues", "SecretId", "RepositoryName");
    return targets.isEmpty() ? List.of(logicalId) : targets;
  }

  /** What properties name, each a list or one value: by the logical ID where that is known. */
  private List<String> listed(Value.Mapping properties, String... keys) {
    return Stream.of(keys)
        .map(properties.entries()::get)
        .flatMap(
            value ->
                value instanceof Value.Sequence items
                    ? items.items().stream()
                    : Stream.ofNullable(value))
        .map(item -> TemplateView.reference(item).orElseGet(() -> template.text(item)))
        .toList();
  }

  private List<Permissions.Role> roles() {
    List<Permissions.Role> roles = new ArrayList<>();
    template
        .resources()
        .forEach(
            (logicalId, resource) -> {
              if (template.text(resource, "Type").filter("AWS::IAM::Role"::equals).isPresent()) {
                roles.add(role(logicalId, resource.mapping("Properties")));
              }
            });
    return roles;
  }

  private Permissions.Role role(String logicalId, Value.Mapping properties) {
    return new Permissions.Role(
        logicalId,
        template.text(properties, "Description").orElse(""),
        trust.getOrDefault(logicalId, List.of()),
        policies.stream()
            .filter(policy -> policy.holders().contains(logicalId))
            .map(Permissions.Policy::name)
            .toList(),
        template.texts(properties.entries().get("ManagedPolicyArns")),
        template.text(properties, "PermissionsBoundary"));
  }
}
