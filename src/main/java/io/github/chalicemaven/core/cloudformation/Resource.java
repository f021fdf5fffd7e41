package io.github.chalicemaven.core.cloudformation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A resource of a template.
 *
 * @param type for example {@code AWS::S3::Bucket}
 * @param properties its properties; may be empty
 * @param dependsOn logical IDs of resources that must exist first, besides those it refers to
 * @param deletionPolicy what becomes of it with the stack, and of the old one where an update
 *     replaces it; CloudFormation's default is {@code Delete}
 * @param metadata notes for tools and readers; may be empty
 */
public record Resource(
    String type,
    Value.Mapping properties,
    List<String> dependsOn,
    Optional<String> deletionPolicy,
    Value.Mapping metadata)
    implements Template.Entry {

  private static final Value.Mapping NOTHING = Value.mapping();

  public Resource {
    dependsOn = List.copyOf(dependsOn);
  }

  public Resource(String type, Value.Mapping properties) {
    this(type, properties, List.of(), Optional.empty(), NOTHING);
  }

  /** A resource with properties, given as {@link Value#mapping} takes them. */
  public static Resource of(String type, Object... properties) {
    return new Resource(type, Value.mapping(properties));
  }

  /** The same resource, created after another one. */
  public Resource after(String logicalId) {
    List<String> longer = new ArrayList<>(dependsOn);
    longer.add(logicalId);
    return new Resource(type, properties, longer, deletionPolicy, metadata);
  }

  /** The same resource, kept when the stack or an update would delete it. */
  public Resource retained() {
    return new Resource(type, properties, dependsOn, Optional.of("Retain"), metadata);
  }

  /** The same resource with other metadata. */
  public Resource withMetadata(Value.Mapping other) {
    return new Resource(type, properties, dependsOn, deletionPolicy, other);
  }

  /** The same resource with other properties. */
  public Resource withProperties(Value.Mapping other) {
    return new Resource(type, other, dependsOn, deletionPolicy, metadata);
  }

  @Override
  public Value document() {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("Type", type);
    if (!dependsOn.isEmpty()) {
      document.put("DependsOn", dependsOn);
    }
    if (deletionPolicy.isPresent()) {
      document.put("DeletionPolicy", deletionPolicy.get());
      document.put("UpdateReplacePolicy", deletionPolicy.get());
    }
    if (!metadata.entries().isEmpty()) {
      document.put("Metadata", metadata);
    }
    if (!properties.entries().isEmpty()) {
      document.put("Properties", properties);
    }
    return Value.of(document);
  }
}
