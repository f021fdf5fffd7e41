package io.github.chalicemaven.init;

/** A POM for a folder that has none. */
final class NewPom {

  // No text block: the tool that reads the goals' Javadoc does not know them.
  private static final String TEXT =
      String.join(
          "\n",
          "<?xml version=\"1.0\" encoding=\"UTF-8\"?>",
          "<project xmlns=\"http://maven.apache.org/POM/4.0.0\""
              + " xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\""
              + " xsi:schemaLocation=\"http://maven.apache.org/POM/4.0.0 http://maven.apache.org/xsd/maven-4.0.0.xsd\">",
          "  <modelVersion>4.0.0</modelVersion>",
          "",
          "  <groupId>@groupId@</groupId>",
          "  <artifactId>@artifactId@</artifactId>",
          "  <version>1.0.0-SNAPSHOT</version>",
          "  <packaging>pom</packaging>",
          "",
          "  <build>",
          "    <plugins>",
          "    </plugins>",
          "  </build>",
          "</project>",
          "");

  private NewPom() {}

  /** Both must be valid in a POM. */
  static String of(String groupId, String artifactId) {
    return TEXT.replace("@groupId@", groupId).replace("@artifactId@", artifactId);
  }
}
