package io.github.chalicemaven.core.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.chalicemaven.core.problem.Problems;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutputFileTest {

  private static final FileTime LONG_AGO = FileTime.from(Instant.parse("2001-02-03T04:05:06Z"));

  @TempDir Path folder;

  @Test
  void aNewFileIsWrittenAsUtf8WithItsFolders() throws IOException {
    Path path = folder.resolve("a/b/pipeline.json");

    assertThat(new OutputFile(path, "café\n").writeIfChanged()).isTrue();

    assertThat(path).hasBinaryContent("café\n".getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void aFileThatSaysTheSameIsNotTouched() throws IOException {
    Path path = file("same\n");

    assertThat(new OutputFile(path, "same\n").writeIfChanged()).isFalse();

    assertThat(Files.getLastModifiedTime(path)).isEqualTo(LONG_AGO);
  }

  @Test
  void aFileThatSaysSomethingElseIsReplaced() throws IOException {
    Path path = file("same\r\n");

    assertThat(new OutputFile(path, "same\n").writeIfChanged()).isTrue();

    assertThat(path).hasContent("same\n");
    assertThat(Files.getLastModifiedTime(path)).isNotEqualTo(LONG_AGO);
  }

  @Test
  void nothingElseIsLeftInTheFolder() throws IOException {
    Path path = file("old");

    new OutputFile(path, "new").writeIfChanged();

    assertThat(folder).isDirectoryContaining(path::equals).satisfies(OutputFileTest::hasOneFile);
  }

  @Test
  void whereTheFileCannotBeReplacedItStaysAndNothingElseIsLeft() throws IOException {
    Path path = Files.createDirectories(folder.resolve("pipeline.json/inside")).getParent();

    assertThatThrownBy(() -> new OutputFile(path, "new").writeIfChanged())
        .isInstanceOf(IOException.class);

    assertThat(path.resolve("inside")).isDirectory();
    hasOneFile(folder);
  }

  @Test
  void whereAParentIsAFileWritingFailsAndTheFileStays() throws IOException {
    Path parent = file("I am a file");

    assertThatThrownBy(() -> new OutputFile(parent.resolve("x.json"), "new").writeIfChanged())
        .isInstanceOf(IOException.class);

    assertThat(parent).hasContent("I am a file");
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
    assertProblem(folder, "this is a folder. Name a file in it.");
  }

  @Test
  void aParentThatIsAFileIsAProblem() throws IOException {
    Path parent = file("I am a file");

    assertProblem(parent.resolve("a/b.json"), parent + " is not a folder. Name a file elsewhere.");
  }

  @Test
  void aReadOnlyFileIsAProblem() throws IOException {
    Path path = file("old");
    assumeTrue(path.toFile().setReadOnly());
    assumeFalse(Files.isWritable(path), "root may write everywhere");

    assertProblem(path, "the file is read-only. Make it writable, or name another one.");
  }

  @Test
  void aReadOnlyFolderIsAProblem() throws IOException {
    Path readOnly = Files.createDirectory(folder.resolve("read-only"));
    assumeTrue(readOnly.toFile().setReadOnly());
    assumeFalse(Files.isWritable(readOnly), "root may write everywhere");

    assertProblem(
        readOnly.resolve("pipeline.json"),
        "the folder " + readOnly + " is read-only. Name a file elsewhere.");
  }

  private Path file(String text) throws IOException {
    Path path = Files.writeString(folder.resolve("pipeline.json"), text);
    return Files.setLastModifiedTime(path, LONG_AGO);
  }

  private static void hasOneFile(Path folder) {
    assertThat(folder.toFile().list()).containsExactly("pipeline.json");
  }

  private static void assertNoProblem(Path path) {
    Problems problems = new Problems();
    OutputFile.check(path, "outputFile", problems);
    assertThatCode(problems::throwIfAny).doesNotThrowAnyException();
  }

  private static void assertProblem(Path path, String advice) {
    Problems problems = new Problems();
    OutputFile.check(path, "outputFile", problems);
    assertThatThrownBy(problems::throwIfAny)
        .hasMessageContaining("<outputFile> (-Dchalice.outputFile) is `")
        .hasMessageEndingWith("`: " + advice);
  }
}
