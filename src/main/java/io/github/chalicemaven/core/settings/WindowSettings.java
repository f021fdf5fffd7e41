package io.github.chalicemaven.core.settings;

/** When the application may be deployed to a stage ({@code v3}). */
public final class WindowSettings {

  /**
   * The times, as CodePipeline takes them: seconds, minutes, hours, day of the month, month, day of
   * the week, and the year if given. For example {@code * * 9-16 ? * MON-THU}.
   */
  public String cron;

  /** For example {@code Europe/Berlin} or {@code UTC+05:30}; {@code UTC} by default. */
  public String timeZone;
}
