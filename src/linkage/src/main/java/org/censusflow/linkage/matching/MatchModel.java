package org.censusflow.linkage.matching;

import java.util.List;

/**
 * What a run has learnt, to be shown, kept and used again: {@code m} and {@code u} probabilities by
 * field and level, and the share of true pairs among all pairs of the rows that the numbers did not
 * settle.
 *
 * @param prior share of true pairs
 * @param fields one entry a compared field, in the spec's order
 * @param related share of pairs of related persons, 0 when there are none
 * @param groups fields that count as one, each with its probabilities; empty where numbers labelled
 *     the pairs and the fields alone tell
 */
public record MatchModel(
    double prior, List<FieldModel> fields, double related, List<GroupModel> groups) {

  public MatchModel {
    fields = List.copyOf(fields);
    groups = groups == null ? List.of() : List.copyOf(groups);
  }

  /**
   * Fields that depend on one another.
   *
   * @param fields their names
   * @param one probability of each combination of levels for one person, the first field's level
   *     counting fastest, 0 for a missing value
   * @param chance the same for chance pairs
   * @param related the same for related persons
   */
  public record GroupModel(
      List<String> fields, List<Double> one, List<Double> chance, List<Double> related) {

    public GroupModel {
      fields = List.copyOf(fields);
      one = List.copyOf(one);
      chance = List.copyOf(chance);
      related = List.copyOf(related);
    }
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
