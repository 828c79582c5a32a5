package org.censusflow.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Runs a short command in a virtual machine set up for short runs. Comparing files of a few hundred
 * megabytes takes a second: the optimising compiler and the collector made for servers cost more
 * than they bring, and neither a jar nor a running program can choose others. Starting once more
 * takes a twentieth of a second.
 */
final class ShortRun {

  /** From here on the optimising compiler pays for itself. */
  private static final long LARGEST_INPUT = 400L << 20;

  private static final List<String> SETTINGS =
      List.of(
          "-XX:TieredStopAtLevel=1",
          "-XX:+UseSerialGC",
          "-XX:MinHeapFreeRatio=10",
          "-XX:MaxHeapFreeRatio=20",
          "-XX:MaxRAMPercentage=50");

  private ShortRun() {}

  /**
   * Whether a run is short and nobody has chosen settings: the command line begins with {@code
   * -jar}.
   */
  static boolean suits(String[] args) {
    Optional<String[]> command = ProcessHandle.current().info().arguments();
    if (command.isEmpty() || command.get().length == 0 || !command.get()[0].equals("-jar")) {
      return false;
    }
    long input = 0;
    for (String arg : args) {
      input += size(arg);
    }
    return input < LARGEST_INPUT && Files.isExecutable(java());
  }

  private static long size(String arg) {
    try {
      Path file = Path.of(arg);
      return Files.isRegularFile(file) ? Files.size(file) : 0;
    } catch (IOException | IllegalArgumentException e) {
      return 0;
    }
  }

  private static Path java() {
    return Path.of(System.getProperty("java.home"), "bin", "java");
  }

  /** Runs the launcher again and returns its exit status. */
  static int run(Path jar, String[] args) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(java().toString());
    command.addAll(SETTINGS);
    command.add("-Dcensusflow.startedBy=" + ProcessHandle.current().pid());
    command.add("-cp");
    command.add(jar.toString());
    command.add(Launcher.class.getName());
    command.addAll(List.of(args));
    Process process = new ProcessBuilder(command).inheritIO().start();
    Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
    return process.waitFor();
  }
}
