package io.github.chalicemaven.core.settings;

/** Roles of one's own, instead of those of the template ({@code v3}). */
public final class RolesSettings {

  /** The ARN of the pipeline's role, which {@code codepipeline.amazonaws.com} may assume. */
  public String pipeline;

  /** The ARN of the build's role, which {@code codebuild.amazonaws.com} may assume. */
  public String build;

  /** The ARN of the role of all stages' tests, which {@code codebuild.amazonaws.com} may assume. */
  public String tests;
}
