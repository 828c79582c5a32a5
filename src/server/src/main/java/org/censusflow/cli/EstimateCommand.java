package org.censusflow.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.censusflow.coverage.CoverageEstimate;
import org.censusflow.coverage.InvalidCounts;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * Estimates a population from the counts of a census and a survey, without a database or a server.
 * Exits with 1 and every fault when the counts give no estimate, with 2 when the file cannot be
 * read.
 */
@Command(
    name = "estimate",
    description =
        "Estimates the population, and how complete the census is, from the counts of a census and"
            + " an independent survey.",
    mixinStandardHelpOptions = true,
    footerHeading = "%nThe file is CSV, in UTF-8, with a header. Columns:%n",
    footer = {
      "  stratum    persons with the same chance of being counted",
      "  n1         persons in the census",
      "  n2         persons in the survey",
      "  matched    persons in both; unresolved ones by their probability",
      "and, where known:",
      "  cluster    the block, one line each; without it a stratum is one line",
      "  erroneous  of n1: persons who do not belong there, or are there twice",
      "  imputed    of n1: persons without data of their own",
      "",
      "Example:",
      "  java -jar target/censusflow.jar estimate --in docs/examples/counts.csv --json",
      "",
      "docs/coverage.md tells what the figures mean and what must hold for them."
    })
public final class EstimateCommand implements Callable<Integer> {

  @Option(names = "--in", required = true, paramLabel = "FILE", description = "the counts, as CSV")
  private Path file;

  @Option(names = "--json", description = "prints JSON: strata, total, assumptions")
  private boolean json;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    PrintWriter err = spec.commandLine().getErr();
    try {
      CoverageEstimate estimate = CountsFile.read(file).estimate();
      spec.commandLine()
          .getOut()
          .println(json ? EstimateJson.of(estimate) : EstimateText.of(estimate));
      spec.commandLine().getOut().flush();
      return 0;
    } catch (InvalidCounts e) {
      e.faults().forEach(fault -> err.println(file + ": " + fault));
      err.flush();
      return 1;
    } catch (IOException | UncheckedIOException e) {
      err.println("cannot read " + file + ": " + e.getMessage());
      return 2;
    }
  }
}
