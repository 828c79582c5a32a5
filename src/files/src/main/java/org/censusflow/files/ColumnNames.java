package org.censusflow.files;

import java.util.Map;
import java.util.Optional;
import org.censusflow.linkage.population.Header;

/** The names of columns that a reader of some kind of file knows. */
@FunctionalInterface
public interface ColumnNames {

  /** Where any name will do: the first row is the head. */
  ColumnNames ANY = name -> Optional.empty();

  /** What a column of this name carries; empty for a name that says nothing. */
  Optional<String> field(String name);

  /**
   * Looks a name up as people write it: in any width and case, with blanks, breaks and stars in it
   * or a remark in brackets behind it.
   *
   * @param fields by folded name
   */
  static Optional<String> in(Map<String, String> fields, String name) {
    String field = fields.get(folded(name));
    return Optional.ofNullable(
        field == null ? fields.get(Header.foldedWithoutRemark(name)) : field);
  }

  static String folded(String name) {
    return Header.folded(name);
  }
}
