package io.github.chalicemaven.mojo;

import io.github.chalicemaven.deploy.operation.Time;
import io.github.chalicemaven.deploy.service.DeploymentException;
import java.time.Instant;

/** The clock's time. */
final class RealTime implements Time {

  @Override
  public Instant now() {
    return Instant.now();
  }

  @Override
  public void rest(long milliseconds) {
    try {
      Thread.sleep(milliseconds);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new DeploymentException("interrupted; an operation that AWS has started continues.", e);
    }
  }
}
