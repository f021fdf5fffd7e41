package io.github.chalicemaven.core.settings;

/** An environment variable of a build: a name, and one of the others. */
public final class EnvironmentVariableSettings implements SettingsElement {

  /**
   * Letters, digits and underscores, not starting with a digit or {@code CODEBUILD_}.
   *
   * <pre>{@code <name>DB_PASSWORD</name>}</pre>
   *
   * @since 0.1.0
   */
  public String name;

  /**
   * A value in clear text: never a secret.
   *
   * <pre>{@code <value>test</value>}</pre>
   *
   * @since 0.1.0
   */
  public String value;

  /**
   * The name of a parameter in the Parameter Store.
   *
   * <pre>{@code <parameterStore>/orders/url</parameterStore>}</pre>
   *
   * @since 0.1.0
   */
  public String parameterStore;

  /**
   * The name of a secret in Secrets Manager, or {@code name:json-key}.
   *
   * <pre>{@code <secretsManager>orders/db:password</secretsManager>}</pre>
   *
   * @since 0.1.0
   */
  public String secretsManager;
}
