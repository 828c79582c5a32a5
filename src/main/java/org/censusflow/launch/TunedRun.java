package org.censusflow.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Runs a comparison in a virtual machine set up for it, which neither a jar nor a running program
 * can ask for. Starting once more takes a twentieth of a second.
 *
 * <ul>
 *   <li>Files of a few hundred megabytes take a second: the optimising compiler and the collector
 *       made for servers cost more than they bring.
 *   <li>Larger files fill the memory with columns that stay: a collector that copies them again and
 *       again while the files are read costs a tenth of the time, so the space for what is new is
 *       made as large as what the files leave behind.
 * </ul>
 */
final class TunedRun {

  /** From here on the optimising compiler pays for itself. */
  private static final long LARGEST_SHORT = 400L << 20;

  private static final List<String> SHORT =
      List.of(
          "-XX:TieredStopAtLevel=1",
          "-XX:+UseSerialGC",
          "-XX:MinHeapFreeRatio=10",
          "-XX:MaxHeapFreeRatio=20",
          "-XX:MaxRAMPercentage=50");

  private TunedRun() {}

  /** Whether nobody has chosen settings: the command line begins with {@code -jar}. */
  static boolean suits() {
    Optional<String[]> command = ProcessHandle.current().info().arguments();
    return command.isPresent()
        && command.get().length > 0
        && command.get()[0].equals("-jar")
        && Files.isExecutable(java());
  }

  /** Settings for files of so many bytes together. */
  static List<String> settings(long input, long usualHeap) {
    if (input < LARGEST_SHORT) {
      return SHORT;
    }
    long young = Math.min(input / 5 * 4, usualHeap / 4) >> 20;
    return List.of("-XX:+UseParallelGC", "-Xmn" + young + "m", "-XX:MaxRAMPercentage=50");
  }

  /** Bytes of all files that are named, but for the one that is written. */
  private static long size(String[] args) {
    long input = 0;
    for (int i = 0; i < args.length; i++) {
      input += i > 0 && args[i - 1].equals("--out") ? 0 : size(args[i]);
    }
    return input;
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
    command.addAll(settings(size(args), Runtime.getRuntime().maxMemory()));
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
