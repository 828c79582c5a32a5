package org.censusflow.linkage.matching;

import java.util.List;

/**
 * What a run has learnt, to be shown, kept and used again: {@code m} and {@code u} probabilities by
 * field and level, and the share of true pairs among all pairs of the rows that the numbers did not
 * settle.
 *
 * @param prior share of true pairs
 * @param fields one entry a compared field, in the spec's order
 */
public record MatchModel(double prior, List<FieldModel> fields) {

  public MatchModel {
    fields = List.copyOf(fields);
  }

  /**
   * One field.
   *
   * @param field its name
   * @param levels its levels, the strongest first, the last being "differs"
   */
  public record FieldModel(String field, List<LevelModel> levels) {

    public FieldModel {
      levels = List.copyOf(levels);
    }
  }

  /**
   * One level.
   *
   * @param label what an officer reads
   * @param m probability of the level when both rows are one person
   * @param u probability of the level when they are not
   */
  public record LevelModel(String label, double m, double u) {

    /** Evidence in bits. */
    public double weight() {
      return Math.log(m / u) / Math.log(2);
    }
  }
}
