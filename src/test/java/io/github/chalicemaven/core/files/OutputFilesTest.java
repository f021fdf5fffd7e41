package io.github.chalicemaven.core.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.GroupPrincipal;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutputFilesTest {

  @TempDir Path temp;
  private Path folder;

  @BeforeEach
  void realFolder() throws IOException {
    folder = temp.toRealPath();
  }

  @Test
  void writesNewFilesInNewFolders() throws IOException {
    Path file = folder.resolve("a/b/pipeline.json");
    OutputFiles.Result result = write(file, "é\n");
    assertThat(result.written()).isTrue();
    assertThat(result.replaced()).isEmpty();
    assertThat(file).hasContent("é\n");
    assertThat(names(file.getParent())).containsExactly("pipeline.json");
  }

  @Test
  void leavesAFileAloneThatSaysTheSame() throws IOException {
    Path file = Files.writeString(folder.resolve("f"), "same");
    Files.setLastModifiedTime(file, FileTime.fromMillis(1_000));
    assertThat(write(file, "same").written()).isFalse();
    assertThat(Files.getLastModifiedTime(file).toMillis()).isEqualTo(1_000);
  }

  @Test
  void saysWhatItReplaced() throws IOException {
    Path file = Files.writeString(folder.resolve("f"), "old");
    OutputFiles.Result result = write(file, "new");
    assertThat(result.written()).isTrue();
    assertThat(result.replaced())
        .hasValueSatisfying(old -> assertThat(old).asString().isEqualTo("old"));
    assertThat(file).hasContent("new");
  }

  @Test
  void keepsPermissions() throws IOException {
    Path file = Files.writeString(folder.resolve("f"), "old");
    assumePosix(file);
    for (String permissions : List.of("rw-r-----", "rwxr-xr-x", "rw-rw-rw-")) {
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
      write(file, "new " + permissions);
      assertThat(Files.getPosixFilePermissions(file))
          .isEqualTo(PosixFilePermissions.fromString(permissions));
    }
  }

  @Test
  void keepsTheGroupWhereItMay() throws IOException {
    Path file = Files.writeString(folder.resolve("f"), "old");
    assumePosix(file);
    PosixFileAttributeView view = Files.getFileAttributeView(file, PosixFileAttributeView.class);
    GroupPrincipal group;
    try {
      group =
          file.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByGroupName("daemon");
      view.setGroup(group);
    } catch (IOException e) {
      assumeTrue(false, "only the superuser may give a file to any group");
      return;
    }
    write(file, "new");
    assertThat(view.readAttributes().group()).isEqualTo(group);
  }

  @Test
  void leavesTheOldContentWhereTheDiskIsFull() throws Exception {
    Path bash = Path.of("/bin/bash");
    assumeTrue(Files.isExecutable(bash));
    Path file = Files.writeString(folder.resolve("f"), "old");
    // A limit of the size of files is as near to a full disk as a test can come.
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    String command = "trap '' XFSZ; ulimit -f 8; exec \"$0\" \"$@\"";
    Process process =
        new ProcessBuilder(
                bash.toString(),
                "-c",
                command,
                java,
                "-XX:-UsePerfData",
                "-cp",
                System.getProperty("java.class.path"),
                Writer.class.getName(),
                file.toString())
            .redirectErrorStream(true)
            .start();
    assertThat(process.inputReader().lines())
        .singleElement()
        .asString()
        .startsWith("cannot write " + file + ": ")
        .endsWith(". The previous content is unchanged.");
    assertThat(process.waitFor()).isZero();
    assertThat(file).hasContent("old");
    assertThat(names(folder)).containsExactly("f");
  }

  /** Writes more than the test allows it. */
  static final class Writer {

    private Writer() {}

    public static void main(String[] arguments) {
      try {
        write(Path.of(arguments[0]), "new".repeat(100_000));
      } catch (IOException e) {
        System.out.println(e.getMessage());
      }
    }
  }

  @Test
  void givesANewFileWhatEveryNewFileGets() throws IOException {
    Path other = Files.createFile(folder.resolve("other"));
    assumePosix(other);
    Path file = folder.resolve("f");
    write(file, "new");
    assertThat(Files.getPosixFilePermissions(file)).isEqualTo(Files.getPosixFilePermissions(other));
  }

  @Test
  void writesThroughALink() throws IOException {
    Path real = Files.createDirectory(folder.resolve("real"));
    Path target = Files.writeString(real.resolve("target"), "old");
    Path link = Files.createSymbolicLink(folder.resolve("link"), Path.of("real", "target"));
    write(link, "new");
    assertThat(link).isSymbolicLink();
    assertThat(target).hasContent("new");
    assertThat(names(real)).containsExactly("target");
  }

  @Test
  void writesThroughALinkToNothingAndALinkedFolder() throws IOException {
    Path real = Files.createDirectory(folder.resolve("real"));
    Path alias = Files.createSymbolicLink(folder.resolve("alias"), Path.of("real"));
    Path link = Files.createSymbolicLink(folder.resolve("link"), Path.of("alias", "target"));
    write(link, "new");
    write(alias.resolve("f"), "new");
    write(alias.resolve("deeper/f"), "new");
    assertThat(link).isSymbolicLink();
    assertThat(alias).isSymbolicLink();
    assertThat(real.resolve("target")).hasContent("new");
    assertThat(real.resolve("f")).hasContent("new");
    assertThat(real.resolve("deeper/f")).hasContent("new");
  }

  @Test
  void writesNothingWhereOneFileCannotBeWritten() throws IOException {
    Path first = Files.writeString(folder.resolve("first"), "old");
    Path second = Files.createDirectory(folder.resolve("second"));
    assertThatThrownBy(() -> OutputFiles.write(List.of(file(first, "new"), file(second, "new"))))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("cannot write " + second)
        .hasMessageContaining("it is not a regular file");
    assertThat(first).hasContent("old");
    assertThat(names(folder)).containsExactlyInAnyOrder("first", "second");
  }

  @Test
  void refusesOneFileTwice() throws IOException {
    Path link = Files.createSymbolicLink(folder.resolve("link"), Path.of("f"));
    assertThatThrownBy(
            () -> OutputFiles.write(List.of(file(folder.resolve("f"), "a"), file(link, "b"))))
        .hasMessageContaining("two files of this pipeline have this path");
    assertThat(names(folder)).containsExactly("link");
  }

  @Test
  void deletesWhatDeadProcessesLeft() throws IOException {
    Path file = folder.resolve("f");
    write(file, "text");
    Path dead = left(999_999_999L, 12);
    Path reused = left(ProcessHandle.current().pid(), 12);
    Path living = left(ProcessHandle.current().pid(), startSecond() - 2);
    Path earlier = left(ProcessHandle.current().pid(), startSecond() - 3);
    Path other = Files.createFile(folder.resolve(".chalice-maven-plugin-notes.tmp"));
    assertThat(write(file, "text").written()).isFalse();
    assertThat(dead).doesNotExist();
    assertThat(reused).doesNotExist();
    assertThat(earlier).doesNotExist();
    assertThat(living).exists();
    assertThat(other).exists();
  }

  @Test
  void failsWhereAFileChangesMeanwhile() throws IOException {
    Path file = Files.writeString(folder.resolve("f"), "old");
    FileState before = FileState.of(file);
    Files.writeString(file, "theirs");
    assertThat(FileState.of(file).isSameAs(before)).isFalse();
    assertThat(before.isSameAs(before)).isTrue();
    Files.delete(file);
    assertThat(FileState.of(file).isSameAs(before)).isFalse();
    assertThat(FileState.of(file).isSameAs(FileState.of(folder.resolve("none")))).isTrue();
  }

  @Test
  void looksAtEveryPartOfAFilesState() {
    FileState state = new FileState(true, true, 1, FileTime.fromMillis(1), "key");
    assertThat(state.isSameAs(new FileState(true, true, 1, FileTime.fromMillis(1), "key")))
        .isTrue();
    for (FileState other :
        List.of(
            new FileState(false, true, 1, FileTime.fromMillis(1), "key"),
            new FileState(true, false, 1, FileTime.fromMillis(1), "key"),
            new FileState(true, true, 2, FileTime.fromMillis(1), "key"),
            new FileState(true, true, 1, FileTime.fromMillis(2), "key"),
            new FileState(true, true, 1, FileTime.fromMillis(1), "other"))) {
      assertThat(state.isSameAs(other)).isFalse();
    }
  }

  @Test
  void survivesThreadsThatWriteTheSameFile() throws Exception {
    Path file = Files.writeString(folder.resolve("f"), "0".repeat(100_000));
    ExecutorService threads = Executors.newFixedThreadPool(8);
    List<Callable<String>> tasks = new ArrayList<>();
    for (int i = 0; i < 64; i++) {
      String text = Integer.toString(i % 10).repeat(100_000);
      tasks.add(
          () -> {
            try {
              write(file, text);
            } catch (IOException e) {
              assertThat(e).hasMessageContaining("in the meantime");
            }
            return Files.readString(file);
          });
    }
    for (Future<String> read : threads.invokeAll(tasks)) {
      assertThat(read.get().chars().distinct().count()).isEqualTo(1);
      assertThat(read.get()).hasSize(100_000);
    }
    threads.shutdown();
    assertThat(names(folder)).containsExactly("f");
  }

  @Test
  void saysWhyAFileCannotBeWritten() {
    assertFailure(new AccessDeniedException("d"), "no permission for d");
    assertFailure(new NoSuchFileException("d"), "d was removed in the meantime");
    assertFailure(new FileAlreadyExistsException("d"), "d is not a folder");
    assertFailure(new FileSystemException("f", null, "no space left"), "no space left");
    assertFailure(new FileSystemException("f"), "f");
    assertFailure(new IOException("broken"), "broken");
  }

  private static void assertFailure(IOException cause, String reason) {
    assertThat(OutputFiles.failure(Path.of("f"), cause))
        .hasMessage("cannot write f: " + reason + ". The previous content is unchanged.")
        .hasCause(cause);
  }

  @Test
  void failsBelowAFileAndLeavesIt() throws IOException {
    Path parent = Files.writeString(folder.resolve("f"), "I am a file");
    assertThatThrownBy(() -> write(parent.resolve("below"), "new"))
        .isInstanceOf(IOException.class)
        .hasMessage(
            "cannot write %s: %s is not a folder. The previous content is unchanged.",
            parent.resolve("below"), parent);
    assertThat(parent).hasContent("I am a file");
  }

  private Path left(long pid, long second) throws IOException {
    return Files.createFile(
        folder.resolve(
            ".chalice-maven-plugin-"
                + pid
                + "-"
                + second
                + "-01234567-89ab-cdef-0123-456789abcdef.tmp"));
  }

  private static long startSecond() {
    return ProcessHandle.current().info().startInstant().orElseThrow().getEpochSecond();
  }

  private static void assumePosix(Path file) throws IOException {
    Set<String> views = file.getFileSystem().supportedFileAttributeViews();
    assumeTrue(views.contains("posix"));
    assertThat(Files.getPosixFilePermissions(file)).contains(PosixFilePermission.OWNER_READ);
  }

  private static OutputFiles.Result write(Path path, String text) throws IOException {
    return OutputFiles.write(List.of(file(path, text))).get(0);
  }

  private static OutputFile file(Path path, String text) {
    return new OutputFile(Destination.of(path), text);
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).toList();
    }
  }
}
