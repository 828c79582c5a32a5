package org.censusflow.linkage.matching;

/**
 * The model of Fellegi and Sunter (1969) with conditionally independent fields.
 *
 * <p>{@code m[f][v]} is the probability that field f is at level v when both rows are one person,
 * {@code u[f][v]} when they are not; level 0 (missing) carries no evidence. The weight of a level
 * is {@code log2(m/u)}. {@code prior} is the share of true pairs among all pairs of the rows
 * compared.
 */
final class Model {

  final double[][] m;
  final double[][] u;
  double prior;

  Model(double[][] m, double[][] u, double prior) {
    this.m = m;
    this.u = u;
    this.prior = prior;
  }

  /** Evidence of one field, in bits. */
  double weight(int field, int level) {
    return level == 0 ? 0 : Math.log(m[field][level] / u[field][level]) / Math.log(2);
  }

  /** Evidence of a whole pattern, in bits. */
  double weight(RowComparer comparer, long pattern) {
    double weight = 0;
    for (int field = 0; field < m.length; field++) {
      weight += weight(field, comparer.level(pattern, field));
    }
    return weight;
  }

  double priorBits() {
    return Math.log(prior / (1 - prior)) / Math.log(2);
  }

  /** Probability that the rows are one person, from evidence in bits that includes the prior's. */
  static double posterior(double bits) {
    return 1 / (1 + Math.pow(2, -bits));
  }
}
