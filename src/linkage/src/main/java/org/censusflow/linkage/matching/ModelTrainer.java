package org.censusflow.linkage.matching;

import java.util.List;
import org.censusflow.linkage.population.Column;
import org.censusflow.linkage.population.Hashing;
import org.censusflow.linkage.population.Workers;
import org.censusflow.linkage.spec.BlockingRule;

/**
 * Learns {@code m}, {@code u} and the prior without labels.
 *
 * <ul>
 *   <li>{@code u} of equal values is exact: the sum over values of both sides' shares. The other
 *       levels come from pairs drawn at random (by a fixed sequence), which practically never are
 *       one person.
 *   <li>{@code m} comes from the pairs that the identity number joined: they are free labels.
 *   <li>Expectation-maximisation (Dempster, Laird, Rubin 1977) on the residual's patterns then
 *       adapts {@code m} and the prior, held by the first estimate as a Dirichlet prior. {@code u}
 *       stays: with it free, EM locks on to households.
 * </ul>
 */
final class ModelTrainer {

  private static final int RANDOM_PAIRS = 20_000;
  private static final double SMOOTHING = 0.5;
  private static final int ROUNDS = 25;

  private final RowComparer comparer;
  private final Workers workers;

  ModelTrainer(RowComparer comparer, Workers workers) {
    this.comparer = comparer;
    this.workers = workers;
  }

  /**
   * Learns from two sets of rows.
   *
   * @param labelled patterns of pairs known to be one person, may be none
   * @param residual patterns of the candidate pairs
   * @param possible how many pairs there are, candidates or not
   * @param most how many of them can be one person
   */
  Model train(
      int[] leftRows,
      int[] rightRows,
      PatternCounts labelled,
      PatternCounts residual,
      double possible,
      double most) {
    Model model = new Model(labelled(labelled), u(leftRows, rightRows), 0);
    double guess = Math.min(leftRows.length, rightRows.length) * 0.5;
    model.prior = Math.min(0.5, guess / possible + 1e-12);
    refine(model, residual, possible, most, labelled.size() > 0 ? 0.5 : 0.02);
    return model;
  }

  /**
   * Takes over a known model; only the prior is fitted to the rows at hand.
   *
   * @throws IllegalArgumentException when the model is one of other fields or levels
   */
  Model reuse(MatchModel known, PatternCounts residual, double possible, double most) {
    double[][] m = new double[comparer.size()][];
    double[][] u = new double[comparer.size()][];
    boolean fits = known.fields().size() == m.length;
    for (int f = 0; fits && f < m.length; f++) {
      MatchModel.FieldModel field = known.fields().get(f);
      int levels = comparer.field(f).differs();
      fits =
          field.levels().size() == levels
              && field.field().equals(comparer.field(f).spec().field().name());
      m[f] = new double[levels + 1];
      u[f] = new double[levels + 1];
      for (int level = 1; fits && level <= levels; level++) {
        m[f][level] = field.levels().get(level - 1).m();
        u[f][level] = field.levels().get(level - 1).u();
      }
    }
    if (!fits) {
      throw new IllegalArgumentException("the model's fields and levels are not those of the spec");
    }
    Model model = new Model(m, u, known.prior());
    refine(model, residual, possible, most, Double.POSITIVE_INFINITY);
    return model;
  }

  /**
   * Learns when there is no label at all, see {@link ClassTrainer}.
   *
   * @param ruled candidate pairs with their rules
   * @param oneToOne whether a row has one partner at most
   */
  Unlabelled train(
      int[] leftRows,
      int[] rightRows,
      CandidatePairs ruled,
      List<BlockingRule> rules,
      double possible,
      double most,
      boolean oneToOne) {
    double[][] usual = labelled(PatternCounts.none());
    double[][] u = u(leftRows, rightRows);
    FieldGroups groups = FieldGroups.singles(comparer);
    RuledCounts cells = new RuledCounts(ruled);
    ClassTrainer trainer = new ClassTrainer(comparer, groups, rules, cells, possible, most, usual);
    ClassModel classes = trainer.train(groups.chance(leftRows, rightRows, u));
    double[][] m = trainer.byField(usual);
    double found = trainer.matches() * (oneToOne ? 1 : 2);
    withoutMatches(u, m, trainer.matches() / possible);
    groups = GroupFinder.of(comparer, leftRows, rightRows, found, m);
    trainer = new ClassTrainer(comparer, groups, rules, cells, possible, most, usual);
    classes = trainer.train(groups.chance(leftRows, rightRows, u), classes);
    double matches = trainer.matches();
    if (oneToOne) {
      classes.free(leftRows.length, rightRows.length, matches);
    }
    Model model =
        new Model(trainer.byField(usual), u, Math.min(0.5, Math.max(0.5, matches) / possible));
    return new Unlabelled(model, classes);
  }

  /**
   * Takes over a known model of the kinds of pairs; only their shares are fitted.
   *
   * @throws IllegalArgumentException when the model is one of other fields or levels
   */
  Unlabelled reuse(
      MatchModel known,
      int[] leftRows,
      int[] rightRows,
      CandidatePairs ruled,
      List<BlockingRule> rules,
      double possible,
      double most) {
    Model fields = reuse(known, PatternCounts.none(), possible, most);
    ClassModel classes = ClassModel.of(known, comparer);
    ClassTrainer trainer =
        new ClassTrainer(
            comparer,
            classes.groups,
            rules,
            new RuledCounts(ruled),
            possible,
            most,
            labelled(PatternCounts.none()));
    trainer.fit(classes);
    classes.free(leftRows.length, rightRows.length, trainer.matches());
    fields.prior = Math.min(0.5, Math.max(0.5, trainer.matches()) / possible);
    return new Unlabelled(fields, classes);
  }

  /** Pairs of one person agree as well: what chance pairs look like is what is left. */
  private static void withoutMatches(double[][] u, double[][] m, double share) {
    for (int f = 0; f < u.length; f++) {
      double equal = Math.max(u[f][1] - share * m[f][1], 0.1 * u[f][1]);
      for (int level = 2; level < u[f].length; level++) {
        u[f][level] *= (1 - equal) / (1 - u[f][1]);
      }
      u[f][1] = equal;
    }
  }

  /** A model of independent fields, and the kinds of pairs behind it. */
  record Unlabelled(Model model, ClassModel classes) {}

  private double[][] labelled(PatternCounts patterns) {
    double[][] m = new double[comparer.size()][];
    for (int f = 0; f < m.length; f++) {
      m[f] = usual(comparer.field(f).differs(), f == comparer.idField());
      if (f == comparer.idField()) {
        continue;
      }
      double strength = 20;
      double[] count = new double[m[f].length];
      double total = strength;
      for (int i = 0; i < patterns.size(); i++) {
        int level = comparer.level(patterns.pattern(i), f);
        if (level > 0) {
          count[level] += patterns.count(i);
          total += patterns.count(i);
        }
      }
      for (int level = 1; level < count.length; level++) {
        m[f][level] = (count[level] + strength * m[f][level]) / total;
      }
    }
    return m;
  }

  /** What one expects before looking: nearly always equal, each further level rarer. */
  private static double[] usual(int levels, boolean id) {
    double[] m = new double[levels + 1];
    double rest = id ? 0.5 : 0.1;
    m[1] = 1 - rest;
    for (int level = 2; level <= levels; level++) {
      double share = level == levels ? rest : rest * (id ? 0.8 : 0.6);
      m[level] = share;
      rest -= share;
    }
    return m;
  }

  private double[][] u(int[] leftRows, int[] rightRows) {
    double[][] u = new double[comparer.size()][];
    workers.run(u.length, f -> u[f] = u(comparer.field(f), leftRows, rightRows));
    return u;
  }

  private static double[] u(FieldComparator field, int[] leftRows, int[] rightRows) {
    double[] u = new double[field.differs() + 1];
    double unequal = 0;
    for (int level = 2; level < u.length; level++) {
      u[level] = SMOOTHING;
      unequal += SMOOTHING;
    }
    for (int i = 0; i < RANDOM_PAIRS && leftRows.length > 0 && rightRows.length > 0; i++) {
      long random = Hashing.mix(i * 0x9e3779b97f4a7c15L + 1);
      int l = leftRows[(int) ((random >>> 33) * leftRows.length >>> 31)];
      int r = rightRows[(int) ((random & Integer.MAX_VALUE) * rightRows.length >>> 31)];
      int level = field.level(l, r);
      if (level > 1) {
        u[level]++;
        unequal++;
      }
    }
    double equal = chanceOfEqual(field.left(), leftRows, field.right(), rightRows);
    u[1] = equal;
    for (int level = 2; level < u.length; level++) {
      u[level] = u[level] / unequal * (1 - equal);
    }
    return u;
  }

  private static double chanceOfEqual(Column left, int[] leftRows, Column right, int[] rightRows) {
    LongCounter onLeft = new LongCounter(leftRows.length);
    double a = 0;
    for (int row : leftRows) {
      long key = left.key(row);
      onLeft.add(key);
      a += key == 0 ? 0 : 1;
    }
    double b = 0;
    double equal = 0;
    for (int row : rightRows) {
      long key = right.key(row);
      b += key == 0 ? 0 : 1;
      // A row is no pair with itself.
      equal += left == right ? Math.max(0, onLeft.count(key) - 1) : onLeft.count(key);
    }
    double all = Math.max(1, left == right ? a * (b - 1) : a * b);
    return Math.min(0.999, Math.max(equal / all, 0.1 / all));
  }

  private void refine(Model model, PatternCounts residual, double pairs, double most, double hold) {
    double[][] held = new double[model.m.length][];
    for (int f = 0; f < held.length; f++) {
      held[f] = model.m[f].clone();
    }
    for (int round = 0; round < ROUNDS; round++) {
      double[][] count = new double[held.length][];
      for (int f = 0; f < held.length; f++) {
        count[f] = new double[held[f].length];
      }
      double matches = 0;
      double bits = model.priorBits();
      for (int i = 0; i < residual.size(); i++) {
        long pattern = residual.pattern(i);
        double expected =
            residual.count(i) * Model.posterior(bits + model.weight(comparer, pattern));
        matches += expected;
        for (int f = 0; f < held.length; f++) {
          count[f][comparer.level(pattern, f)] += expected;
        }
      }
      model.prior = Math.max(0.5, Math.min(matches, most)) / pairs;
      if (Double.isInfinite(hold)) {
        continue;
      }
      double strength = 20 + matches * hold;
      for (int f = 0; f < held.length; f++) {
        double seen = strength;
        for (int level = 1; level < held[f].length; level++) {
          seen += count[f][level];
        }
        for (int level = 1; level < held[f].length; level++) {
          model.m[f][level] = (count[f][level] + strength * held[f][level]) / seen;
        }
      }
    }
  }
}
