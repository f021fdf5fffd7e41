package io.github.chalicemaven.core.files;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.chalicemaven.core.problem.Problems;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BoundedFileTest {

  @TempDir Path folder;

  private final Problems problems = new Problems();
  private Path file;

  @BeforeEach
  void nameTheFile() {
    file = folder.resolve("f");
  }

  @Test
  void readsAFileOfTheLargestSize() throws IOException {
    Files.writeString(file, "four");

    assertThat(BoundedFile.text(file, 4, "a number", problems)).contains("four");
    assertThat(problems.found()).isEmpty();
  }

  @Test
  void doesNotReadALargerOne() throws IOException {
    Files.writeString(file, "fives");

    assertThat(BoundedFile.text(file, 4, "a number", problems)).isEmpty();
    assertThat(problems.found())
        .containsExactly(file + " is larger than 4 bytes. Expected a number.");
  }

  @Test
  void leavesAByteOrderMarkOut() throws IOException {
    Files.writeString(file, "\uFEFFé");

    assertThat(BoundedFile.text(file, 5, "a number", problems)).contains("é");
  }

  @Test
  void takesUtf8Only() throws IOException {
    Files.write(file, "é".getBytes(StandardCharsets.ISO_8859_1));

    assertThat(BoundedFile.text(file, 4, "a number", problems)).isEmpty();
    assertThat(problems.found()).containsExactly(file + " is not UTF-8 text. Save it in UTF-8.");
  }

  @Test
  void readsFilesOnly() {
    assertThat(BoundedFile.text(folder, 4, "a number", problems)).isEmpty();
    assertThat(BoundedFile.text(file, 4, "a number", problems)).isEmpty();
    assertThat(problems.found())
        .containsExactly(
            folder + " is not a regular file. Expected a number.",
            file + " does not exist. Expected a number.");
  }
}
