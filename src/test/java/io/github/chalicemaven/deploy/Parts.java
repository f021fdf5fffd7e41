package io.github.chalicemaven.deploy;

import io.github.chalicemaven.core.render.SupportTemplate;
import java.util.Optional;
import java.util.stream.Stream;

/** Parts of a pipeline, by their names. */
public final class Parts {

  private Parts() {}

  /** A part; account and region may be null. */
  static StackPart part(String name, String stackName, String account, String region) {
    return new StackPart(
        Stream.of(SupportTemplate.Kind.values())
            .filter(kind -> name.startsWith(kind + "-"))
            .findFirst(),
        name,
        stackName,
        Optional.ofNullable(account),
        Optional.ofNullable(region));
  }
}
