package io.github.chalicemaven.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Writes the projects that are built: a POM and a small Chalice application. */
final class AppProject {

  private static final String POM =
      """
      <project xmlns="http://maven.apache.org/POM/4.0.0">
        <modelVersion>4.0.0</modelVersion>
      %s
      </project>
      """;

  private AppProject() {}

  /** Writes an application with a POM of the given elements. */
  static void write(Path directory, String pomElements) throws IOException {
    Files.createDirectories(directory.resolve(".chalice"));
    Files.writeString(directory.resolve("pom.xml"), POM.formatted(pomElements));
    Files.writeString(directory.resolve("requirements.txt"), "");
    Files.writeString(
        directory.resolve(".chalice/config.json"),
        """
        {
          "version": "2.0",
          "app_name": "%s",
          "stages": {
            "dev": {
              "api_gateway_stage": "api"
            }
          }
        }
        """
            .formatted(directory.getFileName()));
    Files.writeString(
        directory.resolve("app.py"),
        """
        from chalice import Chalice

        app = Chalice(app_name='%s')
        """
            .formatted(directory.getFileName()));
  }

  /** Writes a reactor of applications, each with the goal bound; returns their folders. */
  static List<Path> writeReactor(Path directory, int size) throws IOException {
    List<Path> apps =
        Stream.iterate(1, i -> i + 1)
            .limit(size)
            .map(i -> directory.resolve("app-%04d".formatted(i)))
            .toList();
    for (Path app : apps) {
      write(
          app,
          """
            <parent>
              <groupId>com.example</groupId>
              <artifactId>reactor</artifactId>
              <version>1</version>
            </parent>
            <artifactId>%s</artifactId>
            <packaging>pom</packaging>
            <build>
              <plugins>
                <plugin>
                  <groupId>io.github.chalicemaven</groupId>
                  <artifactId>chalice-maven-plugin</artifactId>
                </plugin>
              </plugins>
            </build>
          """
              .formatted(app.getFileName()));
    }
    StringBuilder modules = new StringBuilder();
    apps.forEach(app -> modules.append("    <module>" + app.getFileName() + "</module>\n"));
    Files.writeString(
        directory.resolve("pom.xml"),
        POM.formatted(
            """
              <groupId>com.example</groupId>
              <artifactId>reactor</artifactId>
              <version>1</version>
              <packaging>pom</packaging>
              <modules>
            %s  </modules>
              <build>
                <pluginManagement>
                  <plugins>
                    <plugin>
                      <groupId>io.github.chalicemaven</groupId>
                      <artifactId>chalice-maven-plugin</artifactId>
                      <version>%s</version>
                      <executions>
                        <execution>
                          <goals>
                            <goal>generate-pipeline</goal>
                          </goals>
                        </execution>
                      </executions>
                    </plugin>
                  </plugins>
                </pluginManagement>
              </build>
            """
                .formatted(modules, System.getProperty("bench.version"))));
    Files.createDirectories(directory.resolve(".git"));
    return apps;
  }

  /** Deletes a folder of generated files; it need not be there. */
  static void delete(Path directory) throws IOException {
    if (!Files.exists(directory)) {
      return;
    }
    List<Path> files;
    try (Stream<Path> all = Files.walk(directory)) {
      files = all.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path file : files) {
      Files.delete(file);
    }
  }
}
