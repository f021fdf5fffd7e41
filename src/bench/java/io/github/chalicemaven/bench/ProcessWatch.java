package io.github.chalicemaven.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Watches the largest resident memory of a process, and its processor time, on Linux. */
final class ProcessWatch extends Thread {

  private static final int PAUSE_MILLIS = 20;

  private final ProcessHandle process;
  private final Path status;
  private volatile double kilobytes = Double.NaN;
  private volatile double processorNanos = Double.NaN;

  ProcessWatch(ProcessHandle process) {
    super("watch of " + process.pid());
    setDaemon(true);
    this.process = process;
    status = Path.of("/proc", String.valueOf(process.pid()), "status");
  }

  /** The largest memory so far; {@code NaN} on other systems. */
  double kilobytes() {
    return kilobytes;
  }

  /** The time on all cores so far, up to a pause; {@code NaN} on other systems. */
  double processorNanos() {
    return processorNanos;
  }

  @Override
  public void run() {
    try {
      while (true) {
        for (String line : Files.readAllLines(status)) {
          if (line.startsWith("VmHWM:")) {
            kilobytes = Double.parseDouble(line.replaceAll("[^0-9]", ""));
            process.info().totalCpuDuration().ifPresent(time -> processorNanos = time.toNanos());
          }
        }
        Thread.sleep(PAUSE_MILLIS);
      }
    } catch (IOException | InterruptedException e) {
      // The process has ended, or this is not Linux.
    }
  }
}
