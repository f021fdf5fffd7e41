package io.github.chalicemaven.core.cloudformation;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A resource of a template.
 *
 * @param type for example {@code AWS::S3::Bucket}
 * @param properties its properties; may be empty
 */
public record Resource(String type, Value.Mapping properties) {

  /** A resource with properties, given as {@link Value#mapping} takes them. */
  public static Resource of(String type, Object... properties) {
    return new Resource(type, Value.mapping(properties));
  }

  Value document() {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("Type", type);
    if (!properties.entries().isEmpty()) {
      document.put("Properties", properties);
    }
    return Value.of(document);
  }
}
