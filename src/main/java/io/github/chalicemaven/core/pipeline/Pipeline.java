package io.github.chalicemaven.core.pipeline;

/**
 * A pipeline that can be rendered: every value is given, and valid by the rules of the AWS services
 * that will see it.
 */
public sealed interface Pipeline permits ClassicPipeline, V3Pipeline {

  /** The template's version. */
  PipelineVersion version();

  /** The application's name, which the names of most resources begin with. */
  String appName();

  /** The name of the stack that the pipeline is in. */
  String stackName();

  /** Where the application comes from. */
  Source source();

  /** How it is packaged. */
  Build build();

  /** The name of an application's pipeline stack, unless the user gives another one. */
  static String defaultStackName(String appName) {
    return appName + "-pipeline";
  }
}
