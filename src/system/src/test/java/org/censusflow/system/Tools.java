package org.censusflow.system;

import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * What a test needs beside Java: where it is missing, the test is skipped, or fails where it may
 * not.
 */
final class Tools {

  private Tools() {}

  /**
   * @param missing what to say when it is not there
   */
  static void need(boolean there, String missing) {
    if (!there && Boolean.parseBoolean(System.getenv("CENSUSFLOW_TOOLS_REQUIRED"))) {
      fail(missing);
    }
    assumeTrue(there, missing);
  }

  static boolean isInstalled(String tool) {
    return Stream.of(System.getenv("PATH").split(File.pathSeparator))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, tool)));
  }
}
