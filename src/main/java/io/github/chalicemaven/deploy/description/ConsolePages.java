package io.github.chalicemaven.deploy.description;

import io.github.chalicemaven.core.cloudformation.Partition;

/** Pages of AWS's console. */
final class ConsolePages {

  private ConsolePages() {}

  static String pipeline(String region, String name) {
    return host(region) + "/codesuite/codepipeline/pipelines/" + name + "/view?region=" + region;
  }

  static String connections(String region) {
    return host(region) + "/codesuite/settings/connections?region=" + region;
  }

  private static String host(String region) {
    return "https://" + region + "." + Partition.of(region).console();
  }
}
