package io.github.chalicemaven.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The files that a build has written, to be written again by a plain loop.
 *
 * @param contents by the file
 */
record PlainFiles(Map<Path, byte[]> contents) {

  /** What is in the target folders of applications. */
  static PlainFiles of(List<Path> apps) throws IOException {
    Map<Path, byte[]> contents = new TreeMap<>();
    for (Path app : apps) {
      List<Path> files;
      try (Stream<Path> target = Files.list(app.resolve("target"))) {
        files = target.toList();
      }
      for (Path file : files) {
        contents.put(file, Files.readAllBytes(file));
      }
    }
    return new PlainFiles(contents);
  }

  /** Writes all of them anew, in new folders; returns the milliseconds a folder. */
  double writeMillis() throws IOException {
    List<Path> folders = contents.keySet().stream().map(Path::getParent).distinct().toList();
    for (Path folder : folders) {
      AppProject.delete(folder);
    }
    long start = System.nanoTime();
    for (Path folder : folders) {
      Files.createDirectory(folder);
    }
    for (Map.Entry<Path, byte[]> file : contents.entrySet()) {
      Files.write(file.getKey(), file.getValue());
    }
    return (System.nanoTime() - start) / 1e6 / folders.size();
  }
}
