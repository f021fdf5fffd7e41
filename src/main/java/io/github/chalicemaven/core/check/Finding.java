package io.github.chalicemaven.core.check;

/**
 * Something that AWS would refuse.
 *
 * @param path where, for example {@code Resources.AppPipeline.Properties.Stages[1].Name}
 * @param sentence what is wrong there
 */
public record Finding(String path, String sentence) {

  /** The path and the sentence. */
  @Override
  public String toString() {
    return path + ": " + sentence;
  }
}
