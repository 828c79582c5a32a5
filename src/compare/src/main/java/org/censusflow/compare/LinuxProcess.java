package org.censusflow.compare;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What Linux tells of a running process. */
public record LinuxProcess(long pid) {

  /** Linux counts processor time, and a process's start, in hundredths of a second. */
  private static final int MILLIS_A_TICK = 10;

  // Places behind the name, which may hold blanks, in /proc/<pid>/stat.
  private static final int PARENT = 1;
  private static final int USER_TIME = 11;
  private static final int TIMES = 4;
  private static final int START = 19;

  public static LinuxProcess self() {
    return new LinuxProcess(ProcessHandle.current().pid());
  }

  private long[] figures() throws IOException {
    String status = Files.readString(Path.of("/proc/" + pid + "/stat"));
    String[] texts = status.substring(status.lastIndexOf(')') + 2).split(" ");
    long[] figures = new long[START + 1];
    for (int i = PARENT; i <= START; i++) {
      figures[i] = Long.parseLong(texts[i]);
    }
    return figures;
  }

  /** Milliseconds from the machine's start to this process's. */
  public long started() throws IOException {
    return figures()[START] * MILLIS_A_TICK;
  }

  public LinuxProcess parent() throws IOException {
    return new LinuxProcess(figures()[PARENT]);
  }

  /** Milliseconds of processor time: its own, and that of the children that have ended. */
  public long cpuMillis() throws IOException {
    long[] figures = figures();
    long ticks = 0;
    for (int i = USER_TIME; i < USER_TIME + TIMES; i++) {
      ticks += figures[i];
    }
    return ticks * MILLIS_A_TICK;
  }

  /** The same with the children that are still there. */
  public long familyCpuMillis() throws IOException {
    long millis = cpuMillis();
    List<ProcessHandle> children =
        ProcessHandle.of(pid).map(ProcessHandle::children).orElseThrow().toList();
    for (ProcessHandle child : children) {
      try {
        millis += new LinuxProcess(child.pid()).cpuMillis();
      } catch (IOException e) {
        // It has just ended; from now on its parent counts its time.
      }
    }
    return millis;
  }

  /** The most that it has held in memory at once, in megabytes. */
  public long peakMegabytes() throws IOException {
    return Files.readAllLines(Path.of("/proc/" + pid + "/status")).stream()
        .filter(line -> line.startsWith("VmHWM"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
        .findFirst()
        .orElseThrow();
  }
}
