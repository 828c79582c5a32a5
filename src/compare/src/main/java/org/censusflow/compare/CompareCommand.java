package org.censusflow.compare;

import java.io.PrintWriter;
import java.util.Arrays;
import java.util.concurrent.Callable;
import org.censusflow.linkage.spec.CensusSpecs;
import org.censusflow.linkage.spec.ComparisonSpec;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code compare}: compares two files of persons; needs neither the server nor a database. */
@Command(
    name = "compare",
    mixinStandardHelpOptions = true,
    description = "Compares two files and says who is in both (docs/comparison.md).",
    footer = "Further commands: sample, assess; each with --help.")
public final class CompareCommand implements Callable<Integer> {

  @Spec private CommandSpec command;

  @Mixin private CompareOptions options = new CompareOptions();

  public static void main(String[] args) {
    System.exit(commandLine(args).execute(rest(args)));
  }

  /** The command that the first word names; without one it is the comparison itself. */
  static CommandLine commandLine(String... args) {
    return switch (args.length == 0 ? "" : args[0]) {
      case "sample" -> new CommandLine(new SampleCommand());
      case "assess" -> new CommandLine(new AssessCommand());
      default -> new CommandLine(new CompareCommand());
    };
  }

  /** The words behind the one that names the command. */
  static String[] rest(String... args) {
    boolean named = args.length > 0 && !args[0].startsWith("-");
    return named ? Arrays.copyOfRange(args, 1, args.length) : args;
  }

  @Override
  public Integer call() {
    PrintWriter err = command.commandLine().getErr();
    return OneLineFaults.run(
        err,
        () -> {
          options.check();
          ComparisonSpec spec =
              options.spec == null ? CensusSpecs.census() : SpecReader.named(options.spec);
          new CompareRun(options, command.commandLine().getOut(), err).run(spec);
        });
  }
}
