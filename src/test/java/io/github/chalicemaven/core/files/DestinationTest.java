package io.github.chalicemaven.core.files;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.chalicemaven.core.problem.Problems;
import io.github.chalicemaven.core.problem.Setting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DestinationTest {

  @TempDir Path temp;
  private Path folder;

  @BeforeEach
  void realFolder() throws IOException {
    folder = temp.toRealPath();
  }

  @Test
  void aPlaceForANewFileIsNoProblem() {
    assertNoProblem(folder.resolve("pipeline.json"));
    assertNoProblem(folder.resolve("a/b/c/pipeline.json"));
    assertNoProblem(Path.of("pipeline-that-does-not-exist.json"));
  }

  @Test
  void anExistingFileIsNoProblem() throws IOException {
    assertNoProblem(file("old"));
  }

  @Test
  void aFolderInTheWayIsAProblem() {
    assertProblem(folder, "this is a folder. Specify a file in it.");
  }

  @Test
  void aParentThatIsAFileIsAProblem() throws IOException {
    Path parent = file("I am a file");

    assertProblem(
        parent.resolve("a/b.json"), parent + " is not a folder. Specify a file elsewhere.");
  }

  /** Whether its content would change is found out when it is written. */
  @Test
  void aReadOnlyFileIsNoProblemYet() throws IOException {
    Path path = file("old");
    assumeTrue(path.toFile().setReadOnly());

    assertNoProblem(path);
  }

  @Test
  void aReadOnlyFolderIsAProblem() throws IOException {
    Path readOnly = Files.createDirectory(folder.resolve("read-only"));
    assumeTrue(readOnly.toFile().setReadOnly());
    assumeFalse(Files.isWritable(readOnly), "root may write everywhere");

    assertProblem(
        readOnly.resolve("pipeline.json"),
        "the folder " + readOnly + " is read-only. Specify a file elsewhere.");
  }

  @Test
  void aDeviceIsAProblem() {
    Path device = Path.of("/dev/null");
    assumeTrue(Files.exists(device));

    assertProblem(device, "this is not a regular file. Specify another one.");
  }

  @Test
  void linksInACircleAreAProblem() throws IOException {
    Path loop = Files.createSymbolicLink(folder.resolve("loop"), Path.of("loop"));

    assertProblem(loop, "its symbolic links form a loop. Specify another file.");
  }

  @Test
  void aParentWhoseLinksLeadInACircleIsAProblem() throws IOException {
    Path loop = Files.createSymbolicLink(folder.resolve("loop"), Path.of("loop"));

    assertProblem(
        loop.resolve("a/b.json"), "its symbolic links form a loop. Specify another file.");
  }

  @Test
  void aLinkToWhatIsNotThereYetIsNoProblem() throws IOException {
    assertNoProblem(Files.createSymbolicLink(folder.resolve("link"), Path.of("new")));
  }

  @Test
  void aLinkedFolderInTheWayIsAProblem() throws IOException {
    Files.createDirectory(folder.resolve("real"));

    assertProblem(
        Files.createSymbolicLink(folder.resolve("link"), Path.of("real")),
        "this is a folder. Specify a file in it.");
  }

  private Path file(String text) throws IOException {
    return Files.writeString(folder.resolve("pipeline.json"), text);
  }

  private static void assertNoProblem(Path path) {
    Problems problems = new Problems();
    Destination.of(path).check(Setting.place("outputFile"), problems);
    assertThatCode(problems::throwIfAny).doesNotThrowAnyException();
  }

  private static void assertProblem(Path path, String advice) {
    Problems problems = new Problems();
    Destination.of(path).check(Setting.place("outputFile"), problems);
    assertThatThrownBy(problems::throwIfAny)
        .hasMessageContaining("<outputFile> (-Dchalice.outputFile) is `")
        .hasMessageEndingWith("`: " + advice);
  }
}
