package io.github.chalicemaven.core.cloudformation;

import static io.github.chalicemaven.core.cloudformation.Value.mapping;
import static io.github.chalicemaven.core.cloudformation.Value.texts;

import java.util.ArrayList;
import java.util.List;
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
    implements Template.Entry, Keyed<Resource> {

  public Resource {
    dependsOn = List.copyOf(dependsOn);
  }

  /** A resource without properties, to which they are added by {@code with}. */
  public static Resource resource(String type) {
    return new Resource(type, mapping(), List.of(), Optional.empty(), mapping());
  }

  /** The same resource with one more property, where there is a value for it. */
  @Override
  public Resource withIf(String property, Optional<? extends Value> value) {
    Value.Mapping longer = properties.withIf(property, value);
    return new Resource(type, longer, dependsOn, deletionPolicy, metadata);
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

  /**
   * The same resource, kept when the stack or an update would delete it, but not when its creation
   * is rolled back: the next creation would find its name taken.
   */
  public Resource retainedExceptOnCreate() {
    return new Resource(type, properties, dependsOn, Optional.of("RetainExceptOnCreate"), metadata);
  }

  /** The same resource with other metadata. */
  public Resource withMetadata(Value.Mapping other) {
    return new Resource(type, properties, dependsOn, deletionPolicy, other);
  }

  @Override
  public Value document() {
    return mapping()
        .with("Type", type)
        .withIf("DependsOn", texts(dependsOn))
        .withText("DeletionPolicy", deletionPolicy)
        .withText("UpdateReplacePolicy", deletionPolicy.map(policy -> "Retain"))
        .withIf("Metadata", metadata)
        .withIf("Properties", properties);
  }
}
