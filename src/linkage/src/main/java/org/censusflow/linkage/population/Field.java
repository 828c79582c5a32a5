package org.censusflow.linkage.population;

import java.util.List;
import java.util.Objects;

/**
 * One field of a population.
 *
 * @param name the field's name within a comparison
 * @param role what it means
 * @param columns names of the columns that may carry it, the first that a file has wins; several
 *     joined with {@code +} are read one after the other with a space between
 */
public record Field(String name, Role role, List<String> columns) {

  public Field {
    Objects.requireNonNull(name);
    Objects.requireNonNull(role);
    columns = columns.isEmpty() ? List.of(name) : List.copyOf(columns);
  }

  /** A field whose column has the field's own name. */
  public static Field of(String name, Role role) {
    return new Field(name, role, List.of(name));
  }
}
