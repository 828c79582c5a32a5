package org.censusflow.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.censusflow.comparison.spec.CensusSpecs;

/**
 * {@code compare} for two CSV files with the built-in census spec, without any library: the program
 * starts in a fraction of the time. Whatever else is asked for is {@link CompareCommand}'s.
 */
public final class PlainCompare {

  private PlainCompare() {}

  /**
   * Runs the command if it is a plain one.
   *
   * @return the exit status, or -1 when nothing was done because the arguments are not plain
   */
  public static int run(String[] args) {
    CompareOptions options = parse(args);
    if (options == null) {
      return -1;
    }
    PrintWriter err = new PrintWriter(System.err, true);
    try {
      PrintWriter out = new PrintWriter(System.out, true);
      new CompareRun(options, out, err).run(CensusSpecs.census());
      return 0;
    } catch (IOException | UncheckedIOException e) {
      err.println("cannot read or write: ".concat(String.valueOf(e.getMessage())));
      return 1;
    }
  }

  /** The options, or {@code null} when there is anything that a library has to deal with. */
  static CompareOptions parse(String[] args) {
    CompareOptions options = new CompareOptions();
    for (int i = 1; i < args.length; i++) {
      if (args[i].equals("--json")) {
        options.json = true;
      } else if (++i == args.length || !take(options, args[i - 1], args[i])) {
        return null;
      }
    }
    return options.complete() ? options : null;
  }

  private static boolean take(CompareOptions options, String name, String value) {
    if (value.startsWith("-") || value.endsWith(".xlsx")) {
      return false;
    }
    switch (name) {
      case "--left" -> options.left = Path.of(value);
      case "--right" -> options.right = Path.of(value);
      case "--truth" -> options.truth = Path.of(value);
      case "--out" -> options.out = Path.of(value);
      default -> {
        return false;
      }
    }
    return true;
  }
}
