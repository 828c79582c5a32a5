package org.censusflow.compare;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.censusflow.linkage.Comparison;
import org.censusflow.linkage.ComparisonResult;
import org.censusflow.linkage.DuplicateResult;
import org.censusflow.linkage.Link;
import org.censusflow.linkage.Verdict;
import org.censusflow.linkage.evaluation.Evaluation;
import org.censusflow.linkage.evaluation.RuleFigures;
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
  private InputChecks checks;

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
  void run(ComparisonSpec asked) throws IOException {
    ErrorGroups groups = new ErrorGroups(options.by, asked);
    ComparisonSpec spec = groups.spec();
    checks = new InputChecks(spec);
    if (options.dedupe == null) {
      compare(spec, groups);
    } else {
      dedupe(spec);
    }
    checks.warnings().forEach(warning -> err.println("warning: " + warning));
    err.flush();
    report.figure("warnings", checks.warnings());
    out.println(options.json ? report.json() : report.text());
    out.flush();
  }

  private PopulationInput read(Path file, String side, ComparisonSpec spec) throws IOException {
    PopulationInput input =
        PersonFile.read(
            file, spec.populationFields(), workers, note -> err.println(file + ": " + note));
    report.stage("read-" + side);
    List<RejectedRow> rejected = input.rejected();
    for (RejectedRow row : rejected.subList(0, Math.min(REJECTS_SHOWN, rejected.size()))) {
      err.println(file + ":" + row.line() + ": " + row.reason());
    }
    if (rejected.size() > REJECTS_SHOWN) {
      err.println(file + ": and " + (rejected.size() - REJECTS_SHOWN) + " more rows");
    }
    err.flush();
    Map<String, Long> notUnderstood = InputChecks.notUnderstood(input);
    checks.check(file, input, notUnderstood);
    report.rows(side, input, notUnderstood);
    return input;
  }

  private void compare(ComparisonSpec spec, ErrorGroups groups) throws IOException {
    MatchModel known = options.model == null ? null : ModelFile.read(options.model);
    PopulationInput left = read(options.left, "left", spec);
    PopulationInput right = read(options.right, "right", spec);
    checks.checkRules(left, right);
    if (Files.isSameFile(options.left, options.right)) {
      warn("left and right are one file: every row finds itself; --dedupe looks for duplicates");
    }
    Population a = left.population();
    Population b = right.population();
    ComparisonResult result =
        Comparison.compare(a, b, spec, known, report::ended, options.threads, options.maxPairs);
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
    report.rules(result.rules());
    for (RuleFigures rule : result.rules()) {
      if (rule.passedOver() > 0) {
        warn(
            "blocking rule '%s': %d rows met a block of more than 2,000; they were compared by one more field, so give the rule a further part"
                .formatted(rule.rule(), rule.passedOver()));
      }
    }
    report.expected(result.expectedErrors(), groups.of(result, a));
    if (result.links().isEmpty()) {
      warn("no link was found: look whether the columns that were found hold what the spec says");
    }
    if (options.truth != null) {
      report.accuracy(new Evaluation(result, truth(a, b)));
    }
  }

  private Truth truth(Population a, Population b) throws IOException {
    InputFile.check(options.truth);
    Truth truth = Truth.read(options.truth, a, b);
    if (truth.unknown() > 0) {
      warn(truth.unknown() + " pairs of the truth have a key that no compared row has: missed");
    }
    if (truth.repeatedLeft() + truth.repeatedRight() > 0) {
      warn(
          "%d rows of the left and %d of the right have the key of an earlier row"
              .formatted(truth.repeatedLeft(), truth.repeatedRight()));
    }
    return truth;
  }

  private void warn(String warning) {
    checks.warnings().add(warning);
  }

  private void dedupe(ComparisonSpec spec) throws IOException {
    PopulationInput input = read(options.dedupe, "left", spec);
    checks.checkRules(input, input);
    Population rows = input.population();
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
      Truth truth = truth(rows, rows);
      report.figure("truePairs", truth.size() + truth.unknown());
      report.accuracy(Evaluation.of(matches, truth));
    }
  }
}
