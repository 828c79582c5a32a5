package org.censusflow.linkage.spec;

import java.util.List;
import org.censusflow.linkage.population.Field;

/**
 * A field and how two of its values are compared.
 *
 * @param field the field
 * @param levels levels of agreement, the strongest first; empty when the field is only carried
 *     along
 * @param differs label of the level at which none of the others holds
 * @param frequency whether agreement on a rare value counts more than agreement on a common one
 */
public record FieldSpec(Field field, List<LevelSpec> levels, String differs, boolean frequency) {

  public FieldSpec {
    levels = List.copyOf(levels);
    if (!levels.isEmpty() && levels.get(0).kind() != LevelKind.EXACT) {
      throw new IllegalArgumentException(field.name() + ": the first level must be exact");
    }
  }

  /** A field that is carried along and not compared. */
  public static FieldSpec carried(Field field) {
    return new FieldSpec(field, List.of(), "", false);
  }

  public boolean compared() {
    return !levels.isEmpty();
  }

  /** Label of a level: 0 missing, 1 to n the levels, n + 1 the difference. */
  public String label(int level) {
    return level == 0 ? "" : level <= levels.size() ? levels.get(level - 1).label() : differs;
  }
}
