package io.github.chalicemaven.core.pipeline;

import java.util.Locale;
import java.util.Optional;

/** The environment variables that templates set in their CodeBuild projects. */
public final class Variables {

  /** The bucket of the packaged application; for another region see {@link #in}. */
  public static final String APPLICATION_BUCKET = "APP_S3_BUCKET";

  /** The key that encrypts the bucket; for another region see {@link #in}. */
  public static final String APPLICATION_KEY = "APP_KMS_KEY";

  /** Where pip keeps its downloads. */
  public static final String PIP_CACHE = "PIP_CACHE_DIR";

  /** The stack that is tested. */
  public static final String STACK_NAME = "STACK_NAME";

  private Variables() {}

  /**
   * The variable for a region, for example {@code APP_S3_BUCKET_EU_WEST_1}.
   *
   * @param region empty for the pipeline's own, which has the variable itself
   */
  public static String in(Optional<String> region, String name) {
    return region
        .map(other -> name + "_" + other.replace('-', '_').toUpperCase(Locale.ROOT))
        .orElse(name);
  }

  /** Whether the build that packages the application has a variable of this name. */
  public static boolean isOfBuild(String name) {
    return isOrInRegion(APPLICATION_BUCKET, name)
        || isOrInRegion(APPLICATION_KEY, name)
        || name.equals(PIP_CACHE);
  }

  private static boolean isOrInRegion(String variable, String name) {
    return name.equals(variable) || name.startsWith(variable + "_");
  }

  /** Whether the tests of a stage have a variable of this name. */
  public static boolean isOfTests(String name) {
    return name.equals(STACK_NAME);
  }
}
