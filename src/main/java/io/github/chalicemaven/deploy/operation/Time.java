package io.github.chalicemaven.deploy.operation;

import java.time.Instant;

/** Time, as a deployment sees it. */
public interface Time {

  Instant now();

  /** Lets time pass. */
  void rest(long milliseconds);
}
