package io.github.chalicemaven.deploy;

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
    String domain =
        region.startsWith("cn-")
            ? "console.amazonaws.cn"
            : region.startsWith("us-gov-")
                ? "console.amazonaws-us-gov.com"
                : "console.aws.amazon.com";
    return "https://" + region + "." + domain;
  }
}
