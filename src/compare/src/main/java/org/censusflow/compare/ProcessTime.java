package org.censusflow.compare;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;

/** How long the command has been running. */
public final class ProcessTime {

  private ProcessTime() {}

  /** Milliseconds of processor time that this process has used, all threads together. */
  public static long cpuMillis() {
    return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO).toMillis();
  }

  /** Milliseconds since the command started. */
  static long sinceStart() {
    long pid = ProcessHandle.current().pid();
    try {
      String uptime = Files.readString(Path.of("/proc/uptime"));
      long now = Math.round(Double.parseDouble(uptime.substring(0, uptime.indexOf(' '))) * 1000);
      return now - new LinuxProcess(pid).started();
    } catch (IOException e) {
      // Outside Linux: less exact.
      Instant now = Instant.now();
      return ProcessHandle.of(pid)
          .flatMap(process -> process.info().startInstant())
          .map(start -> Duration.between(start, now).toMillis())
          .orElse(0L);
    }
  }
}
