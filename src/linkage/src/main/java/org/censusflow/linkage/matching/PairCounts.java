package org.censusflow.linkage.matching;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLongArray;
import org.censusflow.linkage.TooManyPairs;
import org.censusflow.linkage.evaluation.RuleFigures;
import org.censusflow.linkage.spec.BlockingRule;

/** Counts what each blocking rule brings together, and ends the run when it is too much. */
final class PairCounts {

  private static final int BYTES_A_PAIR = 36;

  /** What an array holds, and what half the memory holds. */
  static final long MOST =
      Math.min(1_000_000_000, Runtime.getRuntime().maxMemory() / 2 / BYTES_A_PAIR);

  private final List<BlockingRule> rules;
  private final long most;
  private final AtomicLongArray pairs;
  private final AtomicLongArray added;
  private final AtomicLongArray largest;
  private final AtomicLongArray passedOver;

  PairCounts(List<BlockingRule> rules, long most) {
    this.rules = rules;
    this.most = most;
    pairs = new AtomicLongArray(rules.size());
    added = new AtomicLongArray(rules.size());
    largest = new AtomicLongArray(rules.size());
    passedOver = new AtomicLongArray(rules.size());
  }

  /** What a range of rows has met, for one thread; added up at its end. */
  final class Range {
    private final long[] own = new long[4 * rules.size()];

    void block(int rule, int size, int fresh) {
      own[4 * rule] += size;
      own[4 * rule + 1] += fresh;
      own[4 * rule + 2] = Math.max(own[4 * rule + 2], size);
    }

    void passedOver(int rule) {
      own[4 * rule + 3]++;
    }

    /**
     * Adds the range to the whole.
     *
     * @throws TooManyPairs when that is more than may be looked at
     */
    void add() {
      long all = 0;
      for (int rule = 0; rule < rules.size(); rule++) {
        pairs.addAndGet(rule, own[4 * rule]);
        all += added.addAndGet(rule, own[4 * rule + 1]);
        largest.accumulateAndGet(rule, own[4 * rule + 2], Math::max);
        passedOver.addAndGet(rule, own[4 * rule + 3]);
      }
      if (all > most) {
        throw new TooManyPairs(advice());
      }
    }
  }

  private String advice() {
    int worst = 0;
    for (int rule = 1; rule < rules.size(); rule++) {
      worst = added.get(rule) > added.get(worst) ? rule : worst;
    }
    return "more than %,d pairs to compare; most by the rule '%s' (%,d so far, up to %,d rows a block): give it a further part, as in '%s + …', or allow more pairs"
        .formatted(
            most,
            rules.get(worst).text(),
            added.get(worst),
            largest.get(worst),
            rules.get(worst).text());
  }

  List<RuleFigures> figures() {
    List<RuleFigures> figures = new ArrayList<>();
    for (int rule = 0; rule < rules.size(); rule++) {
      figures.add(
          new RuleFigures(
              rules.get(rule).text(),
              pairs.get(rule),
              added.get(rule),
              largest.get(rule),
              passedOver.get(rule)));
    }
    return figures;
  }
}
