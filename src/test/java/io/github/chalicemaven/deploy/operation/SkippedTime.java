package io.github.chalicemaven.deploy.operation;

import java.time.Instant;

/** Time that passes at once. */
public final class SkippedTime implements Time {

  private Instant now = Instant.parse("2026-11-25T10:00:00Z");

  @Override
  public Instant now() {
    return now;
  }

  @Override
  public void rest(long milliseconds) {
    now = now.plusMillis(milliseconds);
  }
}
