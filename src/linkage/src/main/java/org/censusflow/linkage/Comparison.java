package org.censusflow.linkage;

import org.censusflow.linkage.matching.DuplicatePairs;
import org.censusflow.linkage.matching.Duplicates;
import org.censusflow.linkage.matching.Linkage;
import org.censusflow.linkage.matching.Linker;
import org.censusflow.linkage.matching.MatchModel;
import org.censusflow.linkage.matching.Stages;
import org.censusflow.linkage.population.Population;
import org.censusflow.linkage.population.Workers;
import org.censusflow.linkage.spec.ComparisonSpec;

/**
 * Compares two populations. A pure function of its arguments: no input or output, no clock, no
 * chance; the result is the same for any number of threads.
 */
public final class Comparison {

  private Comparison() {}

  /**
   * Compares on all processors.
   *
   * @param left the census, or whatever is looked up
   * @param right the register in which it is looked up
   * @param spec fields, levels, blocking rules, thresholds; both populations have its fields
   * @param progress hears of each stage and may cancel
   */
  public static ComparisonResult compare(
      Population left, Population right, ComparisonSpec spec, ComparisonProgress progress) {
    return compare(left, right, spec, progress, Runtime.getRuntime().availableProcessors());
  }

  /** Finds the rows of one population that are the same person. */
  public static DuplicateResult dedupe(
      Population rows, ComparisonSpec spec, ComparisonProgress progress, int threads) {
    Stages stages = new Stages(progress::stageEnded);
    DuplicatePairs pairs = new Duplicates(rows, spec, new Workers(threads), stages).run();
    return new DuplicateResult(pairs, rows.size(), stages.millis());
  }

  /** Compares on a given number of threads. */
  public static ComparisonResult compare(
      Population left,
      Population right,
      ComparisonSpec spec,
      ComparisonProgress progress,
      int threads) {
    return compare(left, right, spec, null, progress, threads);
  }

  /**
   * Compares with a model of an earlier run.
   *
   * @param model the model, or {@code null} to learn one
   */
  public static ComparisonResult compare(
      Population left,
      Population right,
      ComparisonSpec spec,
      MatchModel model,
      ComparisonProgress progress,
      int threads) {
    return compare(left, right, spec, model, progress, threads, 0);
  }

  /**
   * Compares so many pairs at most.
   *
   * @param mostPairs the budget; 0 for what the memory holds
   * @throws TooManyPairs when the blocking rules bring more together, with what to do
   */
  public static ComparisonResult compare(
      Population left,
      Population right,
      ComparisonSpec spec,
      MatchModel model,
      ComparisonProgress progress,
      int threads,
      long mostPairs) {
    Stages stages = new Stages(progress::stageEnded);
    Workers workers = new Workers(threads);
    Linkage linkage = new Linker(left, right, spec, workers, stages, model, mostPairs).run();
    return new ComparisonResult(linkage, stages.millis());
  }
}
