package org.censusflow.compare;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.censusflow.linkage.ComparisonResult;
import org.censusflow.linkage.evaluation.Accuracy;
import org.censusflow.linkage.evaluation.Evaluation;
import org.censusflow.linkage.evaluation.ExpectedErrors;
import org.censusflow.linkage.evaluation.RuleFigures;
import org.censusflow.linkage.population.PopulationInput;

/** Figures of a run: time by stage, memory, rows, accuracy. */
final class RunReport {

  private static final Path STATUS = Path.of("/proc/self/status");

  private final Map<String, Object> figures = new LinkedHashMap<>();
  private final Map<String, Object> stages = new LinkedHashMap<>();
  private long since = System.nanoTime();

  void stage(String name) {
    long now = System.nanoTime();
    stages.merge(name, (now - since) / 1_000_000, (a, b) -> (Long) a + (Long) b);
    since = now;
  }

  /** A stage within the comparison has ended. */
  boolean ended(String stage, long millis) {
    stages.merge("compare." + stage, millis, (a, b) -> (Long) a + (Long) b);
    return true;
  }

  /** Takes the time since the process started, and its memory so far: what follows is measuring. */
  void finish() {
    figures.put("seconds", ProcessTime.sinceStart() / 1000.0);
    figures.put("peakMemoryMb", peakMemory());
  }

  private static long peakMemory() {
    try {
      for (String line : Files.readAllLines(STATUS)) {
        if (line.startsWith("VmHWM:")) {
          return Long.parseLong(line.replaceAll("\\D", "")) / 1024;
        }
      }
    } catch (IOException e) {
      // No such file outside Linux; the heap is the next best figure.
    }
    return Runtime.getRuntime().totalMemory() >> 20;
  }

  void rows(String side, PopulationInput input, Map<String, Long> notUnderstood) {
    figures.put(side + "Rows", input.population().size());
    figures.put(side + "Rejected", input.rejected().size());
    if (input.reading() != null) {
      Map<String, Object> read = new LinkedHashMap<>();
      read.put("encoding", input.reading().encoding());
      read.put("separator", input.reading().separator());
      read.put("columns", new TreeMap<>(input.reading().found()));
      read.put("notUnderstood", notUnderstood);
      figures.put(side + "Read", read);
    }
  }

  void figure(String name, Object value) {
    figures.put(name, value);
  }

  void links(ComparisonResult result) {
    figures.put("links", result.links().size());
    figures.put("unmatchedLeft", result.unmatchedLeft().length);
    figures.put("unmatchedRight", result.unmatchedRight().length);
  }

  /** What blocking has brought together, by rule. */
  void rules(List<RuleFigures> rules) {
    Map<String, Object> all = new LinkedHashMap<>();
    long cumulative = 0;
    for (RuleFigures rule : rules) {
      Map<String, Object> one = new LinkedHashMap<>();
      one.put("pairs", rule.pairs());
      cumulative += rule.added();
      one.put("cumulative", cumulative);
      one.put("largestBlock", rule.largest());
      one.put("rowsPassedOver", rule.passedOver());
      all.put(rule.rule(), one);
    }
    figures.put("blocking", all);
  }

  /** What the run expects of itself, as a whole and by group. */
  void expected(ExpectedErrors errors, Map<String, Map<String, ExpectedErrors>> byGroup) {
    Map<String, Object> all = expected(errors);
    byGroup.forEach(
        (field, groups) -> {
          Map<String, Object> by = new LinkedHashMap<>();
          groups.forEach((group, each) -> by.put(group, expected(each)));
          all.put("by " + field, by);
        });
    figures.put("expected", all);
  }

  private static Map<String, Object> expected(ExpectedErrors errors) {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("matches", errors.matches());
    all.put("falseMatches", rounded(errors.falseMatches()));
    all.put("falseFrom", rounded(errors.falseInterval().from()));
    all.put("falseTo", rounded(errors.falseInterval().to()));
    all.put("missed", rounded(errors.missed()));
    all.put("missedFrom", rounded(errors.missedInterval().from()));
    all.put("missedTo", rounded(errors.missedInterval().to()));
    all.put("trueInReview", rounded(errors.trueInReview()));
    all.put("trueBelowReview", rounded(errors.trueBelow()));
    all.put("lostToBlocking", rounded(errors.lostToBlocking()));
    all.put("precision", errors.precision());
    all.put("recall", errors.recall());
    return all;
  }

  private static double rounded(double figure) {
    return Math.round(figure * 100) / 100.0;
  }

  void accuracy(Accuracy matches) {
    accuracy(matches, figures);
  }

  void accuracy(Evaluation evaluation) {
    Accuracy matches = evaluation.matches();
    figures.put("truePairs", evaluation.truth().size() + evaluation.truth().unknown());
    figures.put("unknownTruePairs", evaluation.truth().unknown());
    accuracy(matches, figures);
    figures.put("lostToBlocking", evaluation.lostToBlocking());
    Map<String, Object> thresholds = new LinkedHashMap<>();
    evaluation
        .byThreshold()
        .forEach(
            (at, each) -> thresholds.put(at.toString(), accuracy(each, new LinkedHashMap<>())));
    figures.put("byThreshold", thresholds);
    Map<String, Object> classes = new LinkedHashMap<>();
    evaluation
        .byClass()
        .forEach(
            (name, each) -> {
              Map<String, Object> counts = new LinkedHashMap<>();
              counts.put("correct", each.correct());
              counts.put("wrong", each.wrong());
              classes.put(name, counts);
            });
    figures.put("byClass", classes);
  }

  private static Map<String, Object> accuracy(Accuracy accuracy, Map<String, Object> into) {
    into.put("precision", accuracy.precision());
    into.put("recall", accuracy.recall());
    into.put("f1", accuracy.f1());
    into.put("correct", accuracy.correct());
    into.put("wrong", accuracy.wrong());
    into.put("missed", accuracy.missed());
    return into;
  }

  String json() {
    figures.put("stages", stages);
    return JsonText.of(figures);
  }

  String text() {
    figures.put("stages", stages);
    StringBuilder out = new StringBuilder();
    text(figures, "", out);
    return out.toString().stripTrailing();
  }

  private static void text(Map<?, ?> map, String indent, StringBuilder out) {
    map.forEach(
        (key, value) -> {
          if (value instanceof Map<?, ?> inner) {
            out.append(indent).append(key).append('\n');
            text(inner, indent + "  ", out);
          } else {
            boolean none = value instanceof Double number && number.isNaN();
            out.append(String.format("%s%-18s %s%n", indent, key, none ? "none" : value));
          }
        });
  }
}
