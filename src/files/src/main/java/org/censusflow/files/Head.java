package org.censusflow.files;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Finds the names of the columns within a file's first rows: below titles, in one row or in several
 * of which the upper ones group the lower.
 *
 * @param first index of the head's first row among those looked at
 * @param rows how many rows the head takes
 * @param names one a column
 * @param known how many fields the names stand for
 */
record Head(int first, int rows, List<String> names, int known) {

  /** Further down no head begins. */
  static final int LOOKED_AT = 10;

  private static final int DEEPEST = 3;

  /**
   * @param rows the first rows of the file, blank ones left out; at least one
   */
  static Head find(List<List<String>> rows, ColumnNames columns) {
    Head best = new Head(0, 1, rows.get(0), known(rows.get(0), columns));
    List<List<String>> names = rows;
    for (int deep = 1; deep <= DEEPEST && deep <= rows.size(); deep++) {
      List<List<String>> deeper = new ArrayList<>();
      for (int first = 0; first + deep <= rows.size(); first++) {
        List<String> own = names.get(first);
        if (deep > 1) {
          own = joined(own, rows.get(first + deep - 1), columns);
        }
        deeper.add(own);
        int known = known(own, columns);
        // A name of one column may stand in any sentence above the table.
        if (known > best.known() && known > 1) {
          best = new Head(first, deep, own, known);
        }
      }
      names = deeper;
    }
    return best;
  }

  private static int known(List<String> names, ColumnNames columns) {
    Set<String> fields = new HashSet<>();
    for (String name : names) {
      if (!name.isEmpty()) {
        columns.field(name).ifPresent(fields::add);
      }
    }
    return fields.size();
  }

  /** "婴儿" above "姓名" is "婴儿姓名" where that is a column's name, and "姓名" otherwise. */
  private static List<String> joined(List<String> upper, List<String> lower, ColumnNames columns) {
    List<String> names = new ArrayList<>();
    String group = "";
    for (int i = 0; i < Math.max(upper.size(), lower.size()); i++) {
      String above = i < upper.size() ? upper.get(i) : "";
      String below = i < lower.size() ? lower.get(i) : "";
      group = above.isEmpty() ? group : above;
      names.add(name(above, group, below, columns));
    }
    return names;
  }

  private static String name(String above, String group, String below, ColumnNames columns) {
    if (below.isEmpty()) {
      return above;
    }
    Optional<String> whole = columns.field(group + below);
    if (whole.isPresent() && !group.isEmpty()) {
      return group + below;
    }
    return columns.field(below).isPresent() || above.isEmpty() ? below : above;
  }

  /**
   * Says where the head was found, if it is not the first row alone.
   *
   * @param lines of the rows that were looked at
   */
  void note(List<Long> lines, Notes notes) {
    if (first > 0) {
      notes.line("表头在第 " + lines.get(first) + " 行，上面的标题行不计");
    }
    if (rows > 1) {
      long last = lines.get(first + rows - 1);
      notes.line("表头占 " + rows + " 行（第 " + lines.get(first) + " 至 " + last + " 行），合并读取");
    }
  }
}
