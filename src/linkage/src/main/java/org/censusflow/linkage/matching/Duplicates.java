package org.censusflow.linkage.matching;

import java.util.ArrayList;
import java.util.List;
import org.censusflow.linkage.population.Population;
import org.censusflow.linkage.population.Workers;
import org.censusflow.linkage.spec.BlockingRule;
import org.censusflow.linkage.spec.ComparisonSpec;
import org.censusflow.linkage.spec.KeyPart;

/**
 * Finds the rows of one population that are the same. The identity number is one blocking rule
 * among the others; a row may have any number of duplicates, hence no assignment: every pair stands
 * on its own posterior.
 */
public final class Duplicates {

  private final Population rows;
  private final ComparisonSpec spec;
  private final Workers workers;
  private final Stages stages;
  private final RowComparer comparer;

  public Duplicates(Population rows, ComparisonSpec spec, Workers workers, Stages stages) {
    this.rows = rows;
    this.spec = spec;
    this.workers = workers;
    this.stages = stages;
    comparer = new RowComparer(spec, rows, rows);
  }

  /** Pairs from the review threshold on, the earlier row on the left. */
  public DuplicatePairs run() {
    int[] all = new int[rows.size()];
    java.util.Arrays.setAll(all, row -> row);
    Blocking blocking = new Blocking(rules(), rows, rows, comparer, workers);
    CandidatePairs pairs = blocking.ruledPairs(all, all, this::ascending);
    stages.end("block");
    double possible = Math.max(1, rows.size() * (rows.size() - 1.0) / 2);
    ModelTrainer.Unlabelled learnt =
        new ModelTrainer(comparer, workers)
            .train(all, all, pairs, blocking.rules(), possible, possible / 2, false);
    Scoring scoring =
        new Scoring(comparer, learnt.model(), learnt.classes(), frequencies(all), blocking);
    stages.end("learn");
    DuplicatePairs found = new DuplicatePairs(scoring, spec.matchAt());
    for (int i = 0; i < pairs.size(); i++) {
      double posterior = Model.posterior(scoring.bits(pairs, i));
      if (posterior >= spec.reviewAt()) {
        found.add(pairs.left(i), pairs.right(i), pairs.pattern(i), posterior);
      }
    }
    stages.end("decide");
    return found;
  }

  /** Each pair once, the earlier row on the left, and none of two persons. */
  private long ascending(int l, int r, long pattern) {
    return l < r && !comparer.contradicts(pattern) ? pattern : CandidatePairs.Sieve.DROP;
  }

  private List<BlockingRule> rules() {
    List<BlockingRule> rules = new ArrayList<>(spec.blocking());
    if (comparer.idField() >= 0) {
      String id = comparer.field(comparer.idField()).spec().field().name();
      rules.add(0, BlockingRule.on(KeyPart.of(id)));
    }
    return rules;
  }

  private ValueFrequencies[] frequencies(int[] all) {
    ValueFrequencies[] frequencies = new ValueFrequencies[comparer.size()];
    for (int f = 0; f < frequencies.length; f++) {
      FieldComparator field = comparer.field(f);
      if (field.spec().frequency()) {
        frequencies[f] = new ValueFrequencies(field.left(), all, field.right(), workers);
      }
    }
    return frequencies;
  }
}
