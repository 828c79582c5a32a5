package org.censusflow.linkage.matching;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.LongPredicate;
import org.censusflow.linkage.population.Population;
import org.censusflow.linkage.spec.BlockingRule;
import org.censusflow.linkage.spec.KeyForm;
import org.censusflow.linkage.spec.KeyPart;

/**
 * What share of true pairs no blocking rule brings together, estimated without truth: how often
 * each field's parts agree is counted on matches that a rule without that field has found; whether
 * fields go wrong together is told by the pairs with two errors that a rule has found all the same.
 */
final class BlockingLoss {

  private static final int SAMPLE = 20_000;
  private static final int MOST_PARTS = 60;

  /** So many pairs with two errors must be seen or expected before they tell of a dependence. */
  private static final double ENOUGH = 5;

  /** No dependence beyond this factor, either way, is believed. */
  private static final double LEAST = 0.01;

  private final Population left;
  private final Population right;
  private final List<KeyPart> parts = new ArrayList<>();

  /** By rule the parts that must agree, a bit each. */
  private final List<Long> rules = new ArrayList<>();

  /** By field the bits of its parts. */
  private final Map<String, Long> fields = new LinkedHashMap<>();

  /** How often which parts agree together, among the matches looked at. */
  private PatternCounts seen;

  private double size;

  BlockingLoss(List<BlockingRule> all, Population left, Population right) {
    this.left = left;
    this.right = right;
    for (BlockingRule rule : all) {
      if (parts.size() + rule.parts().size() <= MOST_PARTS) {
        long needed = 0;
        for (KeyPart part : rule.parts()) {
          needed |= bit(part);
        }
        rules.add(needed);
      }
    }
  }

  private long bit(KeyPart part) {
    int at = 0;
    while (at < parts.size() && !part.same(parts.get(at))) {
      at++;
    }
    if (at == parts.size()) {
      parts.add(part);
    }
    fields.merge(part.field(), 1L << at, (a, b) -> a | b);
    return 1L << at;
  }

  /**
   * The share of true pairs that are lost.
   *
   * @param leftRows rows of matches that blocking found
   * @param rightRows their partners
   * @return from 0 to less than 1; not a number when there are no matches to learn it from
   */
  double share(int[] leftRows, int[] rightRows) {
    if (leftRows.length == 0) {
      return Double.NaN;
    }
    seen = new PatternCounts(agreements(leftRows, rightRows));
    size = 0;
    for (int i = 0; i < seen.size(); i++) {
      size += seen.count(i);
    }
    Map<String, Map<Long, Double>> shares = new LinkedHashMap<>();
    fields.forEach((field, bits) -> shares.put(field, shares(bits)));
    Set<Error> errors = errors(shares);
    Map<Long, Double> states = states(shares, errors);
    return Math.min(0.999, lost(states, together(states, errors)));
  }

  private LongCounter agreements(int[] leftRows, int[] rightRows) {
    int stride = Math.max(1, leftRows.length / SAMPLE);
    long[] agreeing = new long[leftRows.length / stride];
    for (int p = 0; p < parts.size(); p++) {
      KeyPart part = parts.get(p);
      BlockingKeys.Part a = BlockingKeys.part(part, left.column(part.field()));
      BlockingKeys.Part b = BlockingKeys.part(part, right.column(part.field()));
      boolean words = part.form() == KeyForm.WORDS;
      for (int i = 0; i < agreeing.length; i++) {
        int l = leftRows[i * stride];
        int r = rightRows[i * stride];
        long key = words ? 0 : a.key(l);
        if (words ? shareAWord(part.field(), l, r) : key != 0 && key == b.key(r)) {
          agreeing[i] |= 1L << p;
        }
      }
    }
    LongCounter counter = new LongCounter(256);
    for (long bits : agreeing) {
      counter.add(bits + 1);
    }
    return counter;
  }

  private boolean shareAWord(String field, int l, int r) {
    if (left.column(field).missing(l) || right.column(field).missing(r)) {
      return false;
    }
    long[] words = BlockingKeys.words(right.column(field), r);
    return Arrays.stream(BlockingKeys.words(left.column(field), l))
        .anyMatch(word -> Arrays.stream(words).anyMatch(other -> other == word));
  }

  /** The rules, a bit each, that hold with these parts agreeing. */
  private long holding(long agreeing) {
    long holding = 0;
    for (int rule = 0; rule < rules.size(); rule++) {
      holding |= (rules.get(rule) & ~agreeing) == 0 ? 1L << rule : 0;
    }
    return holding;
  }

  /** How often which parts of a field agree, among the pairs that a rule without it has found. */
  private Map<Long, Double> shares(long bits) {
    Map<Long, Double> counts = new TreeMap<>();
    Map<Long, Double> all = new TreeMap<>();
    double total = 0;
    for (int i = 0; i < seen.size(); i++) {
      double count = seen.count(i);
      all.merge(seen.pattern(i) & bits, count, Double::sum);
      if (holding(seen.pattern(i) & ~bits) != 0) {
        counts.merge(seen.pattern(i) & bits, count, Double::sum);
        total += count;
      }
    }
    Map<Long, Double> used = total == 0 ? all : counts;
    double of = total == 0 ? size : total;
    used.replaceAll((agreeing, count) -> count / of);
    return used;
  }

  /**
   * Ways to go wrong that come together with others far more seldom, or far more often, than if
   * they were independent. An abbreviation is no such error: it is as usual beside others.
   */
  private Set<Error> errors(Map<String, Map<Long, Double>> shares) {
    List<Error> all = new ArrayList<>();
    shares.forEach(
        (field, of) -> {
          double most = Collections.max(of.values());
          of.forEach(
              (agreeing, share) -> {
                if (share < most) {
                  all.add(new Error(field, fields.get(field), agreeing));
                }
              });
        });
    Set<Error> errors = new LinkedHashSet<>();
    for (Error a : all) {
      for (Error b : all) {
        if (a.field.compareTo(b.field) < 0) {
          double found = count(pattern -> a.in(pattern) && b.in(pattern));
          double expected = size * found(shares, a, b);
          double ratio = (found + 0.5) / (expected + 0.5);
          if (Math.max(found, expected) >= ENOUGH && (ratio < 0.5 || ratio > 2)) {
            errors.add(a);
            errors.add(b);
          }
        }
      }
    }
    return errors;
  }

  private double count(LongPredicate which) {
    double count = 0;
    for (int i = 0; i < seen.size(); i++) {
      count += which.test(seen.pattern(i)) ? seen.count(i) : 0;
    }
    return count;
  }

  /** Share of pairs that have two given errors and are found all the same, if independent. */
  private double found(Map<String, Map<Long, Double>> shares, Error a, Error b) {
    Map<String, Map<Long, Double>> fixed = new LinkedHashMap<>(shares);
    double share = 1;
    for (Error error : List.of(a, b)) {
      share *= shares.get(error.field).get(error.agreeing);
      fixed.put(error.field, Map.of(error.agreeing, 1.0));
    }
    return share * (1 - lost(states(fixed, Set.of()), 1));
  }

  /**
   * How far errors come together: pairs with two of them that a rule has found all the same, by the
   * number that independent errors would make.
   */
  private double together(Map<Long, Double> states, Set<Error> errors) {
    double expected = 0.5;
    for (Map.Entry<Long, Double> state : states.entrySet()) {
      boolean found = holding(agreeing(state.getKey())) != 0 && errors(state.getKey()) >= 2;
      expected += found ? state.getValue() * size : 0;
    }
    double found = 0.5 + count(pattern -> errors(errors, pattern) >= 2);
    return Math.max(LEAST, Math.min(1 / LEAST, found / expected));
  }

  private static int errors(Set<Error> errors, long pattern) {
    int found = 0;
    for (Error error : errors) {
      found += error.in(pattern) ? 1 : 0;
    }
    return found;
  }

  private double lost(Map<Long, Double> states, double together) {
    double lost = 0;
    for (Map.Entry<Long, Double> state : states.entrySet()) {
      if (holding(agreeing(state.getKey())) == 0) {
        lost += state.getValue() * (errors(state.getKey()) >= 2 ? together : 1);
      }
    }
    return lost;
  }

  /** A way in which a field goes wrong: which of its parts still agree. */
  private static final class Error {
    private final String field;
    private final long bits;
    private final long agreeing;

    Error(String field, long bits, long agreeing) {
      this.field = field;
      this.bits = bits;
      this.agreeing = agreeing;
    }

    boolean in(long pattern) {
      return (pattern & bits) == agreeing;
    }
  }

  /** A state: parts that agree, reduced to what rules make of them, and errors, 2 for more. */
  private static long state(long agreeing, int errors) {
    return agreeing << 2 | Math.min(2, errors);
  }

  private static long agreeing(long state) {
    return state >>> 2;
  }

  private static int errors(long state) {
    return (int) state & 3;
  }

  /** All ways in which the fields, independent of one another, agree, with their probability. */
  private Map<Long, Double> states(Map<String, Map<Long, Double>> shares, Set<Error> errors) {
    Map<Long, Double> states = Map.of(0L, 1.0);
    long open = -1;
    for (Map.Entry<String, Map<Long, Double>> field : shares.entrySet()) {
      long bits = fields.get(field.getKey());
      open &= ~bits;
      Map<Long, Double> next = new LinkedHashMap<>();
      for (Map.Entry<Long, Double> share : field.getValue().entrySet()) {
        int more = 0;
        for (Error error : errors) {
          more |= error.field.equals(field.getKey()) && error.agreeing == share.getKey() ? 1 : 0;
        }
        for (Map.Entry<Long, Double> state : states.entrySet()) {
          long agreeing = reduced(agreeing(state.getKey()) | share.getKey(), open);
          long reached = state(agreeing, errors(state.getKey()) + more);
          next.merge(reached, state.getValue() * share.getValue(), Double::sum);
        }
      }
      states = next;
    }
    return states;
  }

  /** What agrees within rules that may still hold: other agreements make no difference. */
  private long reduced(long agreeing, long open) {
    long kept = 0;
    for (long rule : rules) {
      kept |= (rule & ~agreeing & ~open) == 0 ? rule & agreeing : 0;
    }
    return kept;
  }
}
