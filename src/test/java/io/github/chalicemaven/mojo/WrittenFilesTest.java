package io.github.chalicemaven.mojo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.chalicemaven.core.files.Destination;
import io.github.chalicemaven.core.problem.FailureException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.descriptor.MojoDescriptor;
import org.apache.maven.project.MavenProject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WrittenFilesTest {

  @TempDir Path folder;

  private final ConcurrentMap<String, Object> owners = new ConcurrentHashMap<>();
  private final WrittenFiles files = new WrittenFiles(owners, new ConcurrentHashMap<>());

  @Test
  void givesAFileToOneExecution() throws Exception {
    Destination file = file("f");
    files.claim(file, "f", module("orders"), bound("a"));
    files.claim(file, "f", module("orders"), bound("a"));
    files.claim(file("g"), "g", module("orders"), bound("b"));
    assertThatThrownBy(() -> files.claim(file, "f", module("orders"), bound("b")))
        .isInstanceOf(FailureException.class)
        .hasMessage(
            "Two executions write to the same file, f: generate-pipeline (a) @ orders and"
                + " generate-pipeline (b) @ orders. Set an <outputFile> in a separate folder below"
                + " target for each.");
    assertThatThrownBy(() -> files.claim(file, "f", module("billing"), bound("a")))
        .hasMessageContaining("(a) @ orders and generate-pipeline (a) @ billing");
  }

  @Test
  void letsTheCommandLineRepeatWhatAModuleDoes() throws Exception {
    Destination file = file("f");
    files.claim(file, "f", module("orders"), bound("a"));
    files.claim(file, "f", module("orders"), direct("default-cli"));
    assertThatThrownBy(() -> files.claim(file, "f", module("billing"), direct("default-cli")))
        .hasMessageContaining("Two executions");
    files.claim(file("g"), "g", module("orders"), direct("one"));
    assertThatThrownBy(() -> files.claim(file("g"), "g", module("orders"), direct("other")))
        .hasMessageContaining("Two executions");
  }

  @Test
  void knowsAFileByAllItsNames() throws Exception {
    Files.createSymbolicLink(folder.resolve("link"), Path.of("f"));
    files.claim(file("a/../f"), "f", module("orders"), bound("a"));
    assertThatThrownBy(() -> files.claim(file("link"), "link", module("orders"), bound("b")))
        .hasMessageContaining("write to the same file, link");
  }

  @Test
  void keepsWhatWasThereBeforeTheBuild() {
    Destination file = file("f");
    assertThat(files.replaced(file)).isEmpty();
    files.keepReplaced(file, "old".getBytes());
    files.keepReplaced(file, "newer".getBytes());
    assertThat(files.replaced(file))
        .hasValueSatisfying(old -> assertThat(old).asString().isEqualTo("old"));
    files.keepReplaced(file("g"), null);
    assertThat(files.replaced(file("g"))).hasValueSatisfying(old -> assertThat(old).isEmpty());
  }

  private Destination file(String name) {
    return Destination.of(folder.resolve(name));
  }

  private static MavenProject module(String artifactId) {
    MavenProject project = new MavenProject();
    project.setGroupId("it");
    project.setArtifactId(artifactId);
    project.setVersion("1");
    return project;
  }

  private static MojoExecution bound(String id) {
    return execution(id, MojoExecution.Source.LIFECYCLE);
  }

  private static MojoExecution direct(String id) {
    return execution(id, MojoExecution.Source.CLI);
  }

  private static MojoExecution execution(String id, MojoExecution.Source source) {
    MojoDescriptor goal = new MojoDescriptor();
    goal.setGoal("generate-pipeline");
    return new MojoExecution(goal, id, source);
  }
}
