package io.github.chalicemaven.core.settings;

/** A CloudWatch alarm that is watched after a deployment. */
public final class AlarmSettings implements SettingsElement {

  /**
   * The name of an alarm that exists.
   *
   * <pre>{@code <name>orders-errors</name>}</pre>
   *
   * @since 0.1.0
   */
  public String name;

  /**
   * How long to watch, 1 to 86400 minutes; 10 by default.
   *
   * <pre>{@code <minutes>30</minutes>}</pre>
   *
   * @since 0.1.0
   */
  public String minutes;
}
