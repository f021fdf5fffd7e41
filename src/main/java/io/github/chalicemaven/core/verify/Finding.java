package io.github.chalicemaven.core.verify;

import io.github.chalicemaven.core.cloudformation.Location;

/**
 * Something that AWS would reject.
 *
 * @param place where in the template; the top, for what concerns the whole
 * @param sentence what is wrong there
 */
public record Finding(Location place, String sentence) {

  /** The place, unless that is the top, and the sentence. */
  @Override
  public String toString() {
    return place instanceof Location.Top ? sentence : place + ": " + sentence;
  }
}
