package io.github.chalicemaven.report;

import io.github.chalicemaven.core.cloudformation.Location;
import io.github.chalicemaven.core.cloudformation.Value;
import io.github.chalicemaven.core.render.Rendered;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A resource that the pipeline's stack creates.
 *
 * @param type for example {@code AWS::S3::Bucket}
 * @param name its name; empty where CloudFormation generates one, or it has none
 * @param fate what becomes of it with the stack
 * @param fromFragment whether the user's fragment adds it
 */
public record CreatedResource(
    String logicalId, String type, Optional<String> name, Fate fate, boolean fromFragment) {

  /** What becomes of a resource when its stack is deleted. */
  public enum Fate {
    /** It stays, with all that is in it. */
    KEPT("kept"),
    /** It goes if it is empty; otherwise the deletion of the stack fails. */
    DELETED_IF_EMPTY("deleted if empty; else the stack's deletion fails"),
    /** It goes. */
    DELETED("deleted"),
    /** It goes, and what was in it is kept elsewhere. */
    SNAPSHOT("deleted; a snapshot is kept");

    private final String words;

    Fate(String words) {
      this.words = words;
    }

    @Override
    public String toString() {
      return words;
    }
  }

  /** The resources of a template, in its order. */
  static List<CreatedResource> of(Rendered rendered) {
    TemplateView template = new TemplateView(rendered.template());
    Location resources = Location.TOP.key("Resources");
    List<CreatedResource> created = new ArrayList<>();
    template
        .resources()
        .forEach(
            (logicalId, resource) -> {
              String type = template.text(resource, "Type").orElse("");
              created.add(
                  new CreatedResource(
                      logicalId,
                      type,
                      name(template, type, resource.mapping("Properties")),
                      fate(type, template.text(resource, "DeletionPolicy").orElse("Delete")),
                      rendered.fragmentOf(resources.key(logicalId).key("Type")).isPresent()));
            });
    return created;
  }

  private static Optional<String> name(
      TemplateView template, String type, Value.Mapping properties) {
    String kind = type.substring(type.lastIndexOf(':') + 1);
    return Stream.of("Name", kind + "Name")
        .flatMap(key -> template.text(properties, key).stream())
        .findFirst();
  }

  private static Fate fate(String type, String policy) {
    if (policy.startsWith("Retain")) {
      return Fate.KEPT;
    }
    if (policy.equals("Snapshot")) {
      return Fate.SNAPSHOT;
    }
    return type.equals("AWS::S3::Bucket") ? Fate.DELETED_IF_EMPTY : Fate.DELETED;
  }
}
