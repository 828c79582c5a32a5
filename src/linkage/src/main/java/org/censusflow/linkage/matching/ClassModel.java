package org.censusflow.linkage.matching;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Three kinds of pairs: one person, two by chance, and two who belong together. Families share name
 * and address; a model that knows one person and chance only takes them for one person. Fields that
 * depend on one another count as one group.
 */
final class ClassModel {

  static final int ONE = 0;
  static final int CHANCE = 1;
  static final int RELATED = 2;
  static final int KINDS = 3;

  private static final double MOST_MATCHED = 0.98;

  final FieldGroups groups;

  /** By kind its share of all pairs of rows. */
  final double[] share;

  /** By kind, group and code. */
  final double[][][] p;

  /** Evidence of being free, see {@link #free}. */
  private double freeBits;

  ClassModel(FieldGroups groups) {
    this.groups = groups;
    share = new double[KINDS];
    p = new double[KINDS][groups.size()][];
  }

  /** Probabilities of a pattern by kind, each with the kind's share. */
  double[] kinds(long pattern) {
    double[] kinds = share.clone();
    for (int g = 0; g < groups.size(); g++) {
      int code = groups.code(g, pattern);
      if (code != 0) {
        for (int kind = 0; kind < KINDS; kind++) {
          kinds[kind] *= p[kind][g][code];
        }
      }
    }
    return kinds;
  }

  /**
   * Evidence in bits, with the shares.
   *
   * @param kinds as {@link #kinds} gives them
   * @param rarity how much rarer than usual the values agreed on are
   */
  double bits(double[] kinds, double rarity) {
    double two = kinds[CHANCE] * rarity + kinds[RELATED];
    return freeBits + Math.log(kinds[ONE] / Math.max(two, 1e-300)) / Math.log(2);
  }

  /**
   * Takes into account that a row has one partner at most. A pair whose rows have no better
   * candidate is weighed against both rows having no partner at all, and that is rare where most
   * rows have one.
   *
   * @param matches expected pairs of one person
   */
  void free(double left, double right, double matches) {
    double found = Math.min(matches, MOST_MATCHED * Math.min(left, right));
    freeBits = Math.log(left * right / ((left - found) * (right - found))) / Math.log(2);
  }

  /** In how many groups of fields one person and related persons look different. */
  double distance() {
    double distance = 0;
    for (int g = 0; g < groups.size(); g++) {
      double alike = 0;
      for (int code = 1; code < p[ONE][g].length; code++) {
        alike += Math.sqrt(p[ONE][g][code] * p[RELATED][g][code]);
      }
      distance += 1 - alike;
    }
    return distance;
  }

  /** The groups with their probabilities, to be kept. */
  List<MatchModel.GroupModel> saved(RowComparer comparer) {
    List<MatchModel.GroupModel> saved = new ArrayList<>();
    for (int g = 0; g < groups.size(); g++) {
      List<String> fields = new ArrayList<>();
      for (int f : groups.members(g)) {
        fields.add(comparer.field(f).spec().field().name());
      }
      saved.add(
          new MatchModel.GroupModel(
              fields, list(p[ONE][g]), list(p[CHANCE][g]), list(p[RELATED][g])));
    }
    return saved;
  }

  private static List<Double> list(double[] values) {
    return Arrays.stream(values).boxed().toList();
  }

  /**
   * Takes over groups that were kept.
   *
   * @throws IllegalArgumentException when they are those of other fields or levels
   */
  static ClassModel of(MatchModel known, RowComparer comparer) {
    FieldGroups groups =
        FieldGroups.named(
            comparer, known.groups().stream().map(MatchModel.GroupModel::fields).toList());
    ClassModel model = new ClassModel(groups);
    model.share[ONE] = known.prior();
    model.share[CHANCE] = 1 - known.prior();
    model.share[RELATED] = known.related();
    for (MatchModel.GroupModel group : known.groups()) {
      int g = groups.groupOf(comparer.named(group.fields().get(0)));
      List<List<Double>> kinds = List.of(group.one(), group.chance(), group.related());
      for (int kind = 0; kind < KINDS; kind++) {
        model.p[kind][g] = kinds.get(kind).stream().mapToDouble(value -> value).toArray();
        if (model.p[kind][g].length != groups.codes(g)) {
          throw new IllegalArgumentException("the model's levels are not those of the spec");
        }
      }
    }
    return model;
  }
}
