package org.censusflow.linkage.matching;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.censusflow.linkage.population.Column;
import org.censusflow.linkage.spec.FieldSpec;

/**
 * Turns agreement patterns into evidence in bits, with the model and the frequency of the value
 * agreed on.
 */
public final class Scoring {

  private final RowComparer comparer;
  private final Model model;
  private final ValueFrequencies[] frequencies;
  private final Blocking blocking;
  private final ClassModel classes;
  private final Map<Long, Double> weights = new HashMap<>();
  private final Map<Long, double[]> kinds = new HashMap<>();
  private double[] lastKinds;
  private long lastPattern = -1;
  private double lastBits;

  Scoring(RowComparer comparer, Model model, ValueFrequencies[] frequencies, Blocking blocking) {
    this(comparer, model, null, frequencies, blocking);
  }

  /**
   * @param classes kinds of pairs, or {@code null} when the model of independent fields serves
   */
  Scoring(
      RowComparer comparer,
      Model model,
      ClassModel classes,
      ValueFrequencies[] frequencies,
      Blocking blocking) {
    this.classes = classes;
    this.blocking = blocking;
    this.comparer = comparer;
    this.model = model;
    this.frequencies = frequencies;
  }

  /** The same evidence with another share of true pairs to begin with. */
  Scoring withPrior(double prior) {
    return new Scoring(comparer, new Model(model.m, model.u, prior), frequencies, blocking);
  }

  /** Evidence of a pair in bits, with the prior. */
  double bits(int left, long pattern) {
    if (pattern != lastPattern) {
      lastPattern = pattern;
      lastBits =
          model.priorBits() + weights.computeIfAbsent(pattern, p -> model.weight(comparer, p));
    }
    return lastBits + rarity(left, pattern);
  }

  /** Evidence of a candidate pair in bits, with the prior. */
  double bits(CandidatePairs pairs, int i) {
    if (classes == null) {
      return bits(pairs.left(i), pairs.pattern(i));
    }
    long pattern = pairs.pattern(i);
    if (pattern != lastPattern) {
      lastPattern = pattern;
      lastKinds = kinds.computeIfAbsent(pattern, classes::kinds);
    }
    return classes.bits(lastKinds, Math.pow(2, -rarity(pairs.left(i), pattern)));
  }

  private double rarity(int left, long pattern) {
    double bits = 0;
    for (int f = 0; f < frequencies.length; f++) {
      if (frequencies[f] != null && comparer.level(pattern, f) == 1) {
        bits += rarity(f, left);
      }
    }
    return bits;
  }

  /** How much more (or less) agreement on this very value says than agreement on any value. */
  private double rarity(int field, int left) {
    Column column = comparer.field(field).left();
    return Math.log(model.u[field][1] / frequencies[field].share(column.key(left))) / Math.log(2);
  }

  /** Whether the pattern says that both rows bear the same number. */
  public boolean sameNumber(long pattern) {
    return comparer.idField() >= 0 && comparer.level(pattern, comparer.idField()) == 1;
  }

  /** Whether two rows have a common number or agree on a blocking rule. */
  public boolean blocked(int left, int right) {
    return comparer.idField() >= 0 && comparer.field(comparer.idField()).level(left, right) == 1
        || blocking.agree(left, right);
  }

  /** The model behind the scores. */
  public MatchModel model() {
    List<MatchModel.FieldModel> fields = new ArrayList<>();
    for (int f = 0; f < comparer.size(); f++) {
      List<MatchModel.LevelModel> levels = new ArrayList<>();
      for (int level = 1; level < model.m[f].length; level++) {
        levels.add(
            new MatchModel.LevelModel(field(f).label(level), model.m[f][level], model.u[f][level]));
      }
      fields.add(new MatchModel.FieldModel(field(f).field().name(), levels));
    }
    return classes == null
        ? new MatchModel(model.prior, fields, 0, List.of())
        : new MatchModel(
            model.prior, fields, classes.share[ClassModel.RELATED], classes.saved(comparer));
  }

  public int fields() {
    return comparer.size();
  }

  public FieldSpec field(int field) {
    return comparer.field(field).spec();
  }

  public int level(long pattern, int field) {
    return comparer.level(pattern, field);
  }

  /** Evidence of one field for a pair, in bits. */
  public double weight(int field, int left, long pattern) {
    int level = comparer.level(pattern, field);
    double rare = level == 1 && frequencies[field] != null ? rarity(field, left) : 0;
    return model.weight(field, level) + rare;
  }
}
