package org.censusflow.compare;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
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
    description = "Compares two files and says who is in both (docs/comparison.md).")
public final class CompareCommand implements Callable<Integer> {

  @Spec private CommandSpec command;

  @Mixin private CompareOptions options = new CompareOptions();

  public static void main(String[] args) {
    System.exit(new CommandLine(new CompareCommand()).execute(args));
  }

  @Override
  public Integer call() {
    PrintWriter err = command.commandLine().getErr();
    String fault;
    try {
      options.check();
      ComparisonSpec spec =
          options.spec == null ? CensusSpecs.census() : SpecReader.named(options.spec);
      new CompareRun(options, command.commandLine().getOut(), err).run(spec);
      return 0;
    } catch (IllegalArgumentException e) {
      fault = e.getMessage();
    } catch (IOException e) {
      fault = Faults.words(e);
    } catch (UncheckedIOException e) {
      fault = Faults.words(e.getCause());
    } catch (OutOfMemoryError e) {
      fault = Faults.words(e);
    } catch (RuntimeException e) {
      fault = Faults.words(e);
    }
    err.println(fault);
    err.flush();
    return 1;
  }
}
