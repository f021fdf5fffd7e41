package io.github.chalicemaven.core.settings;

/** Existing roles, which take the place of the template's ({@code v3}). */
public final class RolesSettings implements SettingsElement {

  /**
   * The ARN of the pipeline's role, which {@code codepipeline.amazonaws.com} may assume.
   *
   * <pre>{@code <pipeline>arn:aws:iam::123456789012:role/pipeline</pipeline>}</pre>
   *
   * @since 0.1.0
   */
  public String pipeline;

  /**
   * The ARN of the build's role, which {@code codebuild.amazonaws.com} may assume.
   *
   * <pre>{@code <build>arn:aws:iam::123456789012:role/build</build>}</pre>
   *
   * @since 0.1.0
   */
  public String build;

  /**
   * The ARN of the role of all stages' tests, which {@code codebuild.amazonaws.com} may assume.
   *
   * <pre>{@code <tests>arn:aws:iam::123456789012:role/tests</tests>}</pre>
   *
   * @since 0.1.0
   */
  public String tests;
}
