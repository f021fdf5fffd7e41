package io.github.chalicemaven.core.pipeline;

import java.util.Optional;

/**
 * What an execution passes before it enters a stage.
 *
 * @param healthyAlarm which must not be in the state {@code ALARM}, or leave it within its minutes
 */
public record Gates(Optional<Window> window, Optional<Stage.Alarm> healthyAlarm) {

  /** No gate. */
  public static final Gates NONE = new Gates(Optional.empty(), Optional.empty());

  public Gates {
    Guard.given("Gates.window", window);
    Guard.given("Gates.healthyAlarm", healthyAlarm);
  }

  /** Whether there is one. */
  public boolean any() {
    return window.isPresent() || healthyAlarm.isPresent();
  }

  /**
   * The times at which an execution may enter.
   *
   * @param cron CodePipeline's expression
   * @param timeZone empty for UTC
   */
  public record Window(String cron, Optional<String> timeZone) {

    public Window {
      Guard.text("Window.cron", cron);
      Guard.optionalText("Window.timeZone", timeZone);
    }
  }
}
