package io.github.chalicemaven.core.settings;

/** A CodeArtifact repository that pip installs from. */
public final class PipIndexSettings implements SettingsElement {

  /**
   * Name of the domain.
   *
   * <pre>{@code <domain>acme</domain>}</pre>
   *
   * @since 0.1.0
   */
  public String domain;

  /**
   * The account that owns the domain, 12 digits; the pipeline's own by default.
   *
   * <pre>{@code <domainOwner>123456789012</domainOwner>}</pre>
   *
   * @since 0.1.0
   */
  public String domainOwner;

  /**
   * Name of the repository in the domain.
   *
   * <pre>{@code <repository>python</repository>}</pre>
   *
   * @since 0.1.0
   */
  public String repository;
}
