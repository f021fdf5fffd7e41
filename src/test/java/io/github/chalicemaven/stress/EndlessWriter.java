package io.github.chalicemaven.stress;

import io.github.chalicemaven.core.files.Destination;
import io.github.chalicemaven.core.files.OutputFile;
import io.github.chalicemaven.core.files.OutputFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Writes two files again and again, each time in another text, until it is killed. */
final class EndlessWriter {

  private static final int LINES = 20_000;

  private EndlessWriter() {}

  /** Says when it has written the first two, so that what follows is writing alone. */
  public static void main(String[] arguments) throws IOException {
    Path folder = Path.of(arguments[0]);
    for (int i = 0; ; i++) {
      OutputFiles.write(
          List.of(
              file(folder.resolve("pipeline.json"), text(i)),
              file(folder.resolve("buildspec.yml"), text(i))));
      if (i == 0) {
        System.out.println("writing");
      }
    }
  }

  static OutputFile file(Path path, String text) {
    return new OutputFile(Destination.of(path), text);
  }

  /** A text that is whole only if all its lines are the same, and all are there. */
  static String text(int i) {
    return "version %09d\n".formatted(i % 1_000_000).repeat(LINES);
  }

  static boolean isWhole(String text) {
    List<String> lines = text.lines().toList();
    return lines.size() == LINES && text.endsWith("\n") && lines.stream().distinct().count() == 1;
  }
}
