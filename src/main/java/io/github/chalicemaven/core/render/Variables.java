package io.github.chalicemaven.core.render;

import java.util.Locale;

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

  /** The variable for another region, for example {@code APP_S3_BUCKET_EU_WEST_1}. */
  public static String in(String region, String name) {
    return name + "_" + region.replace('-', '_').toUpperCase(Locale.ROOT);
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
