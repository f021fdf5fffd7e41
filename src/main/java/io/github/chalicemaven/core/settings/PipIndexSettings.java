package io.github.chalicemaven.core.settings;

/** A CodeArtifact repository that pip installs from. */
public final class PipIndexSettings {

  /** The domain. */
  public String domain;

  /** The account that owns the domain, 12 digits; the pipeline's own by default. */
  public String domainOwner;

  /** The repository. */
  public String repository;
}
