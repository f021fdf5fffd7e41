package io.github.chalicemaven.core.check;

import io.github.chalicemaven.core.cloudformation.Location;

/**
 * Something that AWS would refuse.
 *
 * @param place where in the template
 * @param sentence what is wrong there
 */
public record Finding(Location place, String sentence) {

  /** The place and the sentence. */
  @Override
  public String toString() {
    return place + ": " + sentence;
  }
}
