package org.censusflow.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.censusflow.comparison.Comparison;
import org.censusflow.comparison.ComparisonResult;
import org.censusflow.comparison.evaluation.Evaluation;
import org.censusflow.comparison.evaluation.Truth;
import org.censusflow.comparison.population.PopulationFiles;
import org.censusflow.comparison.population.PopulationInput;
import org.censusflow.comparison.population.Workers;
import org.censusflow.comparison.spec.CensusSpecs;
import org.censusflow.comparison.spec.ComparisonSpec;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code compare}: compares two files of persons; needs neither the server nor a database. */
@Command(
    name = "compare",
    mixinStandardHelpOptions = true,
    description = "Compares two files and says who is in both (docs/comparison.md).")
public final class CompareCommand implements Callable<Integer> {

  @Spec private CommandSpec command;

  @Option(names = "--left", description = "the census, or whatever is looked up")
  private Path left;

  @Option(names = "--right", description = "the register in which it is looked up")
  private Path right;

  @Option(names = "--truth", description = "pairs known to be one person: left key, right key")
  private Path truth;

  @Option(names = "--out", description = "file for the links with their evidence")
  private Path out;

  @Option(names = "--json", description = "prints the figures as JSON")
  private boolean json;

  @Option(names = "--threads", description = "default: all processors")
  private int threads = Runtime.getRuntime().availableProcessors();

  @Override
  public Integer call() throws IOException {
    RunReport report = new RunReport();
    ComparisonSpec spec = CensusSpecs.census();
    Workers workers = new Workers(threads);
    PopulationInput a = PopulationFiles.readCsv(left, spec.populationFields(), workers);
    report.stage("read-left");
    PopulationInput b = PopulationFiles.readCsv(right, spec.populationFields(), workers);
    report.stage("read-right");
    ComparisonResult result =
        Comparison.compare(a.population(), b.population(), spec, report::ended, threads);
    report.stage("compare");
    if (out != null) {
      LinkFile.write(out, result, a.population(), b.population());
      report.stage("write");
    }
    report.finish();
    report.rows(a, b, result);
    if (truth != null) {
      report.accuracy(new Evaluation(result, Truth.read(truth, a.population(), b.population())));
    }
    PrintWriter console = command.commandLine().getOut();
    console.println(json ? report.json() : report.text());
    console.flush();
    return 0;
  }
}
