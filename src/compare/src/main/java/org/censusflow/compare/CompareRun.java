package org.censusflow.compare;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import org.censusflow.linkage.Comparison;
import org.censusflow.linkage.ComparisonResult;
import org.censusflow.linkage.DuplicateResult;
import org.censusflow.linkage.Link;
import org.censusflow.linkage.Verdict;
import org.censusflow.linkage.evaluation.Evaluation;
import org.censusflow.linkage.evaluation.Truth;
import org.censusflow.linkage.matching.MatchModel;
import org.censusflow.linkage.population.Population;
import org.censusflow.linkage.population.PopulationInput;
import org.censusflow.linkage.population.RejectedRow;
import org.censusflow.linkage.population.Workers;
import org.censusflow.linkage.spec.ComparisonSpec;

/** One run of {@code compare}: from the files to the links and the report. */
final class CompareRun {

  private static final int REJECTS_SHOWN = 100;

  private final CompareOptions options;
  private final PrintWriter out;
  private final PrintWriter err;
  private final Workers workers;
  private final RunReport report = new RunReport();

  CompareRun(CompareOptions options, PrintWriter out, PrintWriter err) {
    this.options = options;
    this.out = out;
    this.err = err;
    workers = new Workers(options.threads);
  }

  /**
   * Compares, writes what is asked for and prints the report.
   *
   * @throws IllegalArgumentException when a model or truth file does not fit
   */
  void run(ComparisonSpec spec) throws IOException {
    if (options.dedupe == null) {
      compare(spec);
    } else {
      dedupe(spec);
    }
    out.println(options.json ? report.json() : report.text());
    out.flush();
  }

  private Population read(Path file, String side, ComparisonSpec spec) throws IOException {
    PopulationInput input =
        PersonFile.read(
            file, spec.populationFields(), workers, note -> err.println(file + ": " + note));
    report.stage("read-" + side);
    report.rows(side, input);
    List<RejectedRow> rejected = input.rejected();
    for (RejectedRow row : rejected.subList(0, Math.min(REJECTS_SHOWN, rejected.size()))) {
      err.println(file + ":" + row.line() + ": " + row.reason());
    }
    err.flush();
    return input.population();
  }

  private void compare(ComparisonSpec spec) throws IOException {
    Population a = read(options.left, "left", spec);
    Population b = read(options.right, "right", spec);
    MatchModel known = options.model == null ? null : ModelFile.read(options.model);
    ComparisonResult result = Comparison.compare(a, b, spec, known, report::ended, options.threads);
    report.stage("compare");
    if (options.out != null) {
      LinkFile.write(options.out, result.links(), result::summary, a, b, workers);
      report.stage("write");
    }
    if (options.saveModel != null) {
      ModelFile.write(result.model(), options.saveModel);
    }
    report.finish();
    report.links(result);
    if (options.truth != null) {
      report.accuracy(new Evaluation(result, Truth.read(options.truth, a, b)));
    }
  }

  private void dedupe(ComparisonSpec spec) throws IOException {
    Population rows = read(options.dedupe, "left", spec);
    DuplicateResult result = Comparison.dedupe(rows, spec, report::ended, options.threads);
    report.stage("dedupe");
    List<Link> pairs = result.pairs();
    if (options.out != null) {
      LinkFile.write(options.out, pairs, result::summary, rows, rows, workers);
      report.stage("write");
    }
    report.finish();
    List<Link> matches = pairs.stream().filter(pair -> pair.verdict() == Verdict.MATCH).toList();
    report.figure("matches", matches.size());
    report.figure("reviews", pairs.size() - matches.size());
    if (options.truth != null) {
      report.accuracy(Evaluation.of(matches, Truth.read(options.truth, rows, rows)));
    }
  }
}
