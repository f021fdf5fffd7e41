package io.github.chalicemaven.init;

import io.github.chalicemaven.core.app.ChaliceApp;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Finds Chalice applications on disk. */
final class AppSearch {

  private static final int MAX_DEPTH = 4;
  private static final int MAX_FOLDERS = 5_000;

  /** Folders that hold what was built or downloaded. */
  private static final Set<String> SKIPPED = Set.of("target", "node_modules", "venv", "vendor");

  private AppSearch() {}

  /**
   * The applications in a folder: the folder itself, or else those below it, in alphabetical order.
   * Folders with a POM of their own are other projects and left out, as are hidden ones.
   */
  static List<Path> find(Path folder) {
    if (ChaliceApp.isChalice(folder)) {
      return List.of(folder);
    }
    Visitor visitor = new Visitor(folder);
    try {
      Files.walkFileTree(folder, EnumSet.noneOf(FileVisitOption.class), MAX_DEPTH, visitor);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot look into " + folder + ": " + e.getMessage(), e);
    }
    return visitor.found.stream().sorted().toList();
  }

  private static final class Visitor extends SimpleFileVisitor<Path> {

    private final Path start;
    private final List<Path> found = new ArrayList<>();
    private int folders;

    Visitor(Path start) {
      this.start = start;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
      if (folder.equals(start)) {
        return FileVisitResult.CONTINUE;
      }
      if (++folders > MAX_FOLDERS) {
        return FileVisitResult.TERMINATE;
      }
      String name = folder.getFileName().toString();
      if (name.startsWith(".")
          || SKIPPED.contains(name)
          || Files.exists(folder.resolve("pom.xml"))) {
        return FileVisitResult.SKIP_SUBTREE;
      }
      if (ChaliceApp.hasConfig(folder)) {
        found.add(folder);
        return FileVisitResult.SKIP_SUBTREE;
      }
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException e) {
      return FileVisitResult.CONTINUE;
    }
  }
}
