package io.github.chalicemaven.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Watches the largest resident memory of a process, on Linux. */
final class PeakMemory extends Thread {

  private static final int PAUSE_MILLIS = 20;

  private final Path status;
  private volatile double kilobytes = Double.NaN;

  PeakMemory(long process) {
    super("peak memory of " + process);
    setDaemon(true);
    status = Path.of("/proc", String.valueOf(process), "status");
  }

  /** The largest so far; {@code NaN} on other systems. */
  double kilobytes() {
    return kilobytes;
  }

  @Override
  public void run() {
    try {
      while (true) {
        read(Files.readAllLines(status));
        Thread.sleep(PAUSE_MILLIS);
      }
    } catch (IOException | InterruptedException e) {
      // The process has ended, or this is not Linux.
    }
  }

  private void read(List<String> lines) {
    for (String line : lines) {
      if (line.startsWith("VmHWM:")) {
        kilobytes = Double.parseDouble(line.replaceAll("[^0-9]", ""));
      }
    }
  }
}
