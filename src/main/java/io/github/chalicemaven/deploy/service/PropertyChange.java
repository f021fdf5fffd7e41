package io.github.chalicemaven.deploy.service;

import java.util.Objects;

/**
 * A property of a resource, or another attribute of it, that a change set changes.
 *
 * @param path for example {@code Environment.Image}, {@code Tags}, {@code DeletionPolicy}
 * @param before the value before; null where there is none, or where AWS does not say
 * @param after the value after; null where there is none, or where AWS does not say
 * @param recreation whether the change replaces the resource
 * @param cause what changes the value: a parameter, another resource's output; empty where the
 *     template itself does
 */
public record PropertyChange(
    String path, String before, String after, Recreation recreation, String cause) {

  /** Whether a change of the property replaces the resource. */
  public enum Recreation {
    NEVER,
    CONDITIONALLY,
    ALWAYS
  }

  public PropertyChange {
    Objects.requireNonNull(path, "path");
    Objects.requireNonNull(recreation, "recreation");
    Objects.requireNonNull(cause, "cause");
  }
}
