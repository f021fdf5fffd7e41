package io.github.chalicemaven.stress;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.chalicemaven.core.files.OutputFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process that writes is killed at random moments; what it leaves is whole. */
class KillIT {

  private static final int KILLS = 200;
  private static final int LONGEST_MILLISECONDS = 60;
  private static final List<String> NAMES = List.of("buildspec.yml", "pipeline.json");

  @TempDir Path folder;

  @Test
  void leavesFilesWhole() throws Exception {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    int leftOvers = 0;
    for (int kill = 0; kill < KILLS; kill++) {
      Process writer = start();
      assertThat(writer.inputReader().readLine()).isEqualTo("writing");
      Thread.sleep(random.nextInt(LONGEST_MILLISECONDS));
      writer.destroyForcibly().waitFor();
      leftOvers += names().size() > count() ? 1 : 0;
      for (String name : NAMES) {
        Path file = folder.resolve(name);
        if (Files.exists(file)) {
          String text = Files.readString(file);
          assertThat(EndlessWriter.isWhole(text))
              .as("%s after kill %s of seed %s", name, kill, seed)
              .isTrue();
          // The next run has nothing to write, or everything: either way it cleans up.
          String next = random.nextBoolean() ? text : EndlessWriter.text(random.nextInt());
          OutputFiles.write(List.of(EndlessWriter.file(file, next)));
        } else {
          OutputFiles.write(List.of(EndlessWriter.file(file, EndlessWriter.text(1))));
        }
      }
      assertThat(names()).containsExactlyElementsOf(NAMES);
    }
    System.out.println(KILLS + " kills survived, " + leftOvers + " left temporary files");
    assertThat(leftOvers).as("kills in the middle of writing").isPositive();
  }

  private Process start() throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-cp",
            System.getProperty("java.class.path"),
            EndlessWriter.class.getName(),
            folder.toString())
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }

  private long count() {
    return NAMES.stream().filter(name -> Files.exists(folder.resolve(name))).count();
  }

  private List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }
}
