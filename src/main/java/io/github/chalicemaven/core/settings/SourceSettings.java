package io.github.chalicemaven.core.settings;

/**
 * Where the pipeline takes the application from: {@code <source>github</source>}, or the same with
 * elements of its own.
 */
public final class SourceSettings {

  /** {@code codecommit} (default) or {@code github}. */
  public String provider;

  /** The branch that is deployed; the same as the goal's parameter {@code branch}. */
  public String branch;

  /** The shorthand: Maven calls it for text content and for {@code -Dchalice.source}. */
  public void set(String provider) {
    this.provider = provider;
  }

  @Override
  public String toString() {
    return "{provider=" + provider + ", branch=" + branch + "}";
  }
}
