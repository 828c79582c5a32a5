package org.censusflow.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.censusflow.comparison.spec.CensusSpecs;
import org.censusflow.comparison.spec.ComparisonSpec;
import org.censusflow.comparison.spec.SpecReader;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code compare}: compares two files of persons; needs neither the server nor a database. */
@Command(
    name = "compare",
    mixinStandardHelpOptions = true,
    description = "Compares two files and says who is in both (docs/comparison.md).")
public final class CompareCommand implements Callable<Integer> {

  @Spec private CommandSpec command;

  private final CompareOptions options = new CompareOptions();

  @Option(names = "--left", description = "the census, or whatever is looked up")
  private void left(Path value) {
    options.left = value;
  }

  @Option(names = "--right", description = "the register in which it is looked up")
  private void right(Path value) {
    options.right = value;
  }

  @Option(names = "--dedupe", description = "one file, to be searched for duplicates")
  private void dedupe(Path value) {
    options.dedupe = value;
  }

  @Option(names = "--spec", description = "YAML file or name of a built-in spec (census, febrl)")
  private void spec(String value) {
    options.spec = value;
  }

  @Option(names = "--truth", description = "pairs known to be one person: left key, right key")
  private void truth(Path value) {
    options.truth = value;
  }

  @Option(names = "--out", description = "file for the links with their evidence")
  private void out(Path value) {
    options.out = value;
  }

  @Option(names = "--save-model", description = "file for the learnt model, YAML")
  private void saveModel(Path value) {
    options.saveModel = value;
  }

  @Option(names = "--model", description = "model of an earlier run, used instead of learning")
  private void model(Path value) {
    options.model = value;
  }

  @Option(names = "--json", description = "prints the figures as JSON")
  private void json(boolean value) {
    options.json = value;
  }

  @Option(names = "--threads", description = "default: all processors")
  private void threads(int value) {
    options.threads = value;
  }

  @Override
  public Integer call() {
    if (!options.complete()) {
      throw new ParameterException(
          command.commandLine(), "either --left and --right or --dedupe is needed");
    }
    PrintWriter err = command.commandLine().getErr();
    try {
      ComparisonSpec spec =
          options.spec == null ? CensusSpecs.census() : SpecReader.named(options.spec);
      new CompareRun(options, command.commandLine().getOut(), err).run(spec);
      return 0;
    } catch (IllegalArgumentException e) {
      throw new ParameterException(command.commandLine(), e.getMessage());
    } catch (IOException | UncheckedIOException e) {
      err.println("cannot read or write: " + e.getMessage());
      return 1;
    }
  }
}
