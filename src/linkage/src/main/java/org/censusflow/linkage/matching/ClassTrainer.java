package org.censusflow.linkage.matching;

import java.util.List;
import org.censusflow.linkage.spec.BlockingRule;
import org.censusflow.linkage.spec.KeyPart;

/**
 * Learns without any label: expectation-maximisation on the candidate pairs. Pairs that a rule has
 * brought together agree on what the rule asks for, so what one person's rows look like is learnt
 * for a group of fields from the pairs of rules that do not touch it; they do not choose by it.
 * What chance pairs look like is known.
 */
final class ClassTrainer {

  private static final int ROUNDS = 80;
  private static final double STRENGTH = 20;
  private static final double HOLD = 0.02;

  /** How often, before looking, a whole group of fields has changed: somebody has moved. */
  private static final double CHANGED = 0.1;

  /** For so many rounds what is usual stands for a group of fields. */
  private static final int HELD = 8;

  /** So few related persons of a kind may as well be one person, let in by mistake. */
  private static final double FEW = 3;

  /**
   * Related persons differ from one person in this many groups of fields, or there are none: pairs
   * that differ in one group only are one person who has changed there.
   */
  private static final double FAR = 1;

  /** Between these shares of the pairs of one person, badly written pairs may pass for them. */
  private static final double MANY = 0.3;

  /** Share of the candidates that are taken for related persons to begin with. */
  private static final double FIRST_RELATED = 0.3;

  private static final double NEXT_TO_NONE = 0.01;

  private final FieldGroups groups;
  private final RuledCounts cells;
  private final int[][] codes;

  /** By group the rules that do not touch it. */
  private final int[] apart;

  /** What one person's rows look like before learning, by group and code. */
  private final double[][] usual;

  private final double possible;
  private final double most;
  private ClassModel model;

  ClassTrainer(
      RowComparer comparer,
      FieldGroups groups,
      List<BlockingRule> rules,
      RuledCounts cells,
      double possible,
      double most,
      double[][] usual) {
    this.groups = groups;
    this.cells = cells;
    this.possible = possible;
    this.most = most;
    apart = new int[groups.size()];
    for (int g = 0; g < apart.length; g++) {
      for (int rule = 0; rule < rules.size(); rule++) {
        boolean touches = false;
        for (KeyPart part : rules.get(rule).parts()) {
          for (int f : groups.members(g)) {
            touches |= comparer.field(f).spec().field().name().equals(part.field());
          }
        }
        apart[g] |= touches ? 0 : 1 << Math.min(rule, Integer.SIZE - 1);
      }
    }
    codes = new int[cells.size()][groups.size()];
    for (int cell = 0; cell < codes.length; cell++) {
      for (int g = 0; g < groups.size(); g++) {
        codes[cell][g] = groups.code(g, cells.pattern[cell]);
      }
    }
    this.usual = new double[groups.size()][];
    for (int g = 0; g < groups.size(); g++) {
      this.usual[g] = usual(g, usual);
    }
  }

  private double[] usual(int group, double[][] byField) {
    double[] product = groups.product(group, byField);
    if (groups.single(group)) {
      return product;
    }
    int changed = 0;
    int unit = 1;
    for (int i = 0; i < groups.members(group).length; i++) {
      changed += groups.differs(group, i) * unit;
      unit *= groups.differs(group, i) + 1;
    }
    for (int code = 1; code < product.length; code++) {
      product[code] = product[code] * (1 - CHANGED) + (code == changed ? CHANGED : 0);
    }
    return product;
  }

  /**
   * Learns.
   *
   * @param chance what chance pairs look like, by group and code
   */
  ClassModel train(double[][] chance) {
    learn(chance, FIRST_RELATED);
    double related = model.share[ClassModel.RELATED] / model.share[ClassModel.ONE];
    if (related > NEXT_TO_NONE && related < MANY || model.distance() < FAR) {
      learn(chance, 0);
    }
    return model;
  }

  /**
   * Learns again what {@link #train} of another trainer has learnt: related persons only if it did.
   */
  ClassModel train(double[][] chance, ClassModel before) {
    learn(chance, before.share[ClassModel.RELATED] > 0 ? FIRST_RELATED : 0);
    return model;
  }

  /** Takes over what is known; only the shares of the kinds are fitted to the pairs at hand. */
  void fit(ClassModel known) {
    model = known;
    for (int round = 0; round < ROUNDS; round++) {
      double one = 0;
      double related = 0;
      for (int cell = 0; cell < cells.size(); cell++) {
        double[] p = model.kinds(cells.pattern[cell]);
        double scale = cells.count[cell] / Math.max(1e-300, p[0] + p[1] + p[2]);
        one += p[ClassModel.ONE] * scale;
        related += p[ClassModel.RELATED] * scale;
      }
      model.share[ClassModel.ONE] = Math.max(0.5, Math.min(one, most)) / possible;
      model.share[ClassModel.RELATED] = related / possible;
    }
  }

  private void learn(double[][] chance, double related) {
    begin(chance, related);
    for (int round = 0; round < ROUNDS; round++) {
      round(round);
    }
  }

  /** How many pairs of one person are expected among all candidates. */
  double matches() {
    return model.share[ClassModel.ONE] * possible;
  }

  /** What one person's rows look like, by field and level. */
  double[][] byField(double[][] usualByField) {
    double[][] byField = new double[usualByField.length][];
    for (int g = 0; g < groups.size(); g++) {
      double[] m = model.p[ClassModel.ONE][g];
      for (int i = 0; i < groups.members(g).length; i++) {
        int f = groups.members(g)[i];
        double[] levels = new double[usualByField[f].length];
        double present = 0;
        for (int code = 1; code < m.length; code++) {
          int level = groups.level(g, code, i);
          levels[level] += m[code];
          present += level == 0 ? 0 : m[code];
        }
        levels[0] = 0;
        for (int level = 1; level < levels.length; level++) {
          levels[level] /= present;
        }
        byField[f] = levels;
      }
    }
    return byField;
  }

  /** In the beginning related persons look half like chance pairs and half like all candidates. */
  private void begin(double[][] byChance, double related) {
    model = new ClassModel(groups);
    double candidates = 0;
    for (int count : cells.count) {
      candidates += count;
    }
    model.share[ClassModel.ONE] = Math.min(0.5 * most, candidates) / possible;
    model.share[ClassModel.RELATED] = related * candidates / possible;
    model.share[ClassModel.CHANCE] = 1 - model.share[ClassModel.ONE];
    for (int g = 0; g < groups.size(); g++) {
      double[] chance = byChance[g];
      double[] seen = new double[chance.length];
      for (int cell = 0; cell < cells.size(); cell++) {
        seen[codes[cell][g]] += cells.count[cell];
      }
      double[] mixed = shares(seen, chance, 1);
      for (int code = 1; code < seen.length; code++) {
        mixed[code] = (mixed[code] + chance[code]) / 2;
      }
      model.p[ClassModel.ONE][g] = usual[g].clone();
      model.p[ClassModel.CHANCE][g] = chance;
      model.p[ClassModel.RELATED][g] = mixed;
    }
  }

  private static double[] shares(double[] counts, double[] prior, double strength) {
    double total = strength;
    for (int code = 1; code < counts.length; code++) {
      total += counts[code];
    }
    double[] shares = new double[counts.length];
    for (int code = 1; code < counts.length; code++) {
      shares[code] = Math.max(1e-12, (counts[code] + strength * prior[code]) / total);
    }
    return shares;
  }

  private void round(int round) {
    double[][] one = new double[groups.size()][];
    double[][] oneAnywhere = new double[groups.size()][];
    double[][] two = new double[groups.size()][];
    for (int g = 0; g < one.length; g++) {
      one[g] = new double[usual[g].length];
      oneAnywhere[g] = new double[usual[g].length];
      two[g] = new double[usual[g].length];
    }
    double matches = 0;
    double related = 0;
    for (int cell = 0; cell < cells.size(); cell++) {
      double[] p = model.kinds(cells.pattern[cell]);
      double scale = cells.count[cell] / Math.max(1e-300, p[0] + p[1] + p[2]);
      double same = p[ClassModel.ONE] * scale;
      double kin = p[ClassModel.RELATED] * scale;
      matches += same;
      related += kin;
      for (int g = 0; g < one.length; g++) {
        int code = codes[cell][g];
        two[g][code] += kin;
        oneAnywhere[g][code] += same;
        one[g][code] += (cells.rules[cell] & apart[g]) == 0 ? 0 : same;
      }
    }
    model.share[ClassModel.ONE] = Math.max(0.5, Math.min(matches, most)) / possible;
    model.share[ClassModel.RELATED] = related / possible;
    for (int g = 0; g < one.length; g++) {
      boolean held = !groups.single(g) && round < HELD;
      if (!held) {
        // Where every rule touches the group, there is nothing better than all pairs.
        double[] told = apart[g] == 0 ? oneAnywhere[g] : one[g];
        double seen = 0;
        for (int code = 1; code < told.length; code++) {
          seen += told[code];
        }
        model.p[ClassModel.ONE][g] = shares(told, usual[g], STRENGTH + HOLD * seen);
      }
      for (int code = 1; code < two[g].length; code++) {
        two[g][code] = Math.max(0, two[g][code] - FEW);
      }
      model.p[ClassModel.RELATED][g] = shares(two[g], model.p[ClassModel.CHANCE][g], 1);
    }
  }
}
