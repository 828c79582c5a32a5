package org.censusflow.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.censusflow.comparison.Comparison;
import org.censusflow.comparison.ComparisonResult;
import org.censusflow.comparison.DuplicateResult;
import org.censusflow.comparison.Link;
import org.censusflow.comparison.Verdict;
import org.censusflow.comparison.evaluation.Evaluation;
import org.censusflow.comparison.evaluation.Truth;
import org.censusflow.comparison.linkage.MatchModel;
import org.censusflow.comparison.population.Population;
import org.censusflow.comparison.population.PopulationFiles;
import org.censusflow.comparison.population.PopulationInput;
import org.censusflow.comparison.population.Workers;
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

  private static final int REJECTS_SHOWN = 100;

  @Spec private CommandSpec command;

  @Option(names = "--left", description = "the census, or whatever is looked up")
  private Path left;

  @Option(names = "--right", description = "the register in which it is looked up")
  private Path right;

  @Option(names = "--dedupe", description = "one file, to be searched for duplicates")
  private Path dedupe;

  @Option(names = "--spec", description = "YAML file or name of a built-in spec (census, febrl)")
  private String specName;

  @Option(names = "--truth", description = "pairs known to be one person: left key, right key")
  private Path truth;

  @Option(names = "--out", description = "file for the links with their evidence")
  private Path out;

  @Option(names = "--save-model", description = "file for the learnt model, YAML")
  private Path saveModel;

  @Option(names = "--model", description = "model of an earlier run, used instead of learning")
  private Path model;

  @Option(names = "--json", description = "prints the figures as JSON")
  private boolean json;

  @Option(names = "--threads", description = "default: all processors")
  private int threads = Runtime.getRuntime().availableProcessors();

  private final RunReport report = new RunReport();

  @Override
  public Integer call() {
    if ((dedupe == null) == (left == null) || (left == null) != (right == null) || threads < 1) {
      throw new ParameterException(
          command.commandLine(), "either --left and --right or --dedupe is needed");
    }
    try {
      ComparisonSpec spec = specName == null ? CensusSpecs.census() : SpecReader.named(specName);
      if (dedupe == null) {
        compare(spec);
      } else {
        dedupe(spec);
      }
    } catch (IllegalArgumentException e) {
      throw new ParameterException(command.commandLine(), e.getMessage());
    } catch (IOException | UncheckedIOException e) {
      command.commandLine().getErr().println("cannot read or write: " + e.getMessage());
      return 1;
    }
    PrintWriter console = command.commandLine().getOut();
    console.println(json ? report.json() : report.text());
    console.flush();
    return 0;
  }

  private PopulationInput read(Path file, String side, ComparisonSpec spec) throws IOException {
    PopulationInput input =
        PopulationFiles.read(file, spec.populationFields(), new Workers(threads));
    report.stage("read-" + side);
    report.rows(side, input);
    PrintWriter console = command.commandLine().getErr();
    input.rejected().stream()
        .limit(REJECTS_SHOWN)
        .forEach(row -> console.println(file + ":" + row.line() + ": " + row.reason()));
    console.flush();
    return input;
  }

  private void compare(ComparisonSpec spec) throws IOException {
    Population a = read(left, "left", spec).population();
    Population b = read(right, "right", spec).population();
    MatchModel known = model == null ? null : ModelFile.read(model);
    ComparisonResult result = Comparison.compare(a, b, spec, known, report::ended, threads);
    report.stage("compare");
    if (out != null) {
      LinkFile.write(out, result.links(), result::summary, a, b, new Workers(threads));
      report.stage("write");
    }
    if (saveModel != null) {
      ModelFile.write(result.model(), saveModel);
    }
    report.finish();
    report.links(result);
    if (truth != null) {
      report.accuracy(new Evaluation(result, Truth.read(truth, a, b)));
    }
  }

  private void dedupe(ComparisonSpec spec) throws IOException {
    Population rows = read(dedupe, "left", spec).population();
    DuplicateResult result = Comparison.dedupe(rows, spec, report::ended, threads);
    report.stage("dedupe");
    List<Link> pairs = result.pairs();
    if (out != null) {
      LinkFile.write(out, pairs, result::summary, rows, rows, new Workers(threads));
      report.stage("write");
    }
    report.finish();
    List<Link> matches = pairs.stream().filter(pair -> pair.verdict() == Verdict.MATCH).toList();
    report.figure("matches", matches.size());
    report.figure("reviews", pairs.size() - matches.size());
    if (truth != null) {
      report.accuracy(Evaluation.of(matches, Truth.read(truth, rows, rows)));
    }
  }
}
