package io.github.chalicemaven.core.settings;

/** An environment variable of a build: a name, and one of the others. */
public final class EnvironmentVariableSettings {

  /** Letters, digits and underscores, not beginning with a digit or {@code CODEBUILD_}. */
  public String name;

  /** A value in clear text: never a secret. */
  public String value;

  /** The name of a parameter in the Parameter Store. */
  public String parameterStore;

  /** The name of a secret in Secrets Manager, or {@code name:json-key}. */
  public String secretsManager;
}
