package io.github.chalicemaven.core.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RealPathTest {

  @TempDir Path temp;
  private Path folder;

  @BeforeEach
  void realFolder() throws IOException {
    folder = temp.toRealPath();
  }

  @Test
  void followsLinksToFilesThatAreThere() throws IOException {
    Path file = Files.createFile(folder.resolve("file"));
    Path link = Files.createSymbolicLink(folder.resolve("link"), Path.of("file"));
    assertThat(RealPath.of(link)).isEqualTo(file);
  }

  @Test
  void followsLinksToFilesThatAreNotThereYet() throws IOException {
    Files.createDirectory(folder.resolve("real"));
    Files.createSymbolicLink(folder.resolve("alias"), Path.of("real"));
    Files.createSymbolicLink(folder.resolve("link"), Path.of("alias", "new", "file"));
    assertThat(RealPath.of(folder.resolve("link")))
        .isEqualTo(folder.resolve("real").resolve("new").resolve("file"));
    assertThat(RealPath.of(folder.resolve("alias/a/../b"))).isEqualTo(folder.resolve("real/b"));
  }

  @Test
  void endsInACircle() throws IOException {
    Files.createSymbolicLink(folder.resolve("a"), Path.of("b"));
    Files.createSymbolicLink(folder.resolve("b"), Path.of("a"));
    assertThatThrownBy(() -> RealPath.of(folder.resolve("a")))
        .isInstanceOfAny(FileSystemLoopException.class, FileSystemException.class);
  }
}
