package io.github.chalicemaven.core.settings;

/** When the application may be deployed to a stage ({@code v3}). */
public final class WindowSettings implements SettingsElement {

  /**
   * The times, as CodePipeline takes them: seconds, minutes, hours, day of the month, month, day of
   * the week, and the year if given. For example {@code * * 9-16 ? * MON-THU}.
   *
   * <pre>{@code <cron>* * 9-16 ? * MON-THU</cron>}</pre>
   *
   * @since 0.1.0
   */
  public String cron;

  /**
   * Time zone of the times, by its name or as an offset; {@code UTC} by default.
   *
   * <pre>{@code <timeZone>Europe/Berlin</timeZone>}</pre>
   *
   * @since 0.1.0
   */
  public String timeZone;
}
