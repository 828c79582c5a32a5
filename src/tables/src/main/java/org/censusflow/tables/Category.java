package org.censusflow.tables;

import java.util.Set;

/**
 * One row or column of a dimension.
 *
 * @param code unique in its dimension
 * @param label for readers, Chinese
 * @param parent code of the category of which it is a part; null for the total of all
 * @param covers for a category without parts: the finest codes of its variable that it stands for,
 *     so that tables with different groups (single years, groups of five) can be held against each
 *     other
 */
public record Category(String code, String label, String parent, Set<String> covers) {

  public Category {
    covers = Set.copyOf(covers);
  }

  /** A category that stands for its own code alone. */
  public static Category of(String code, String label, String parent) {
    return new Category(code, label, parent, Set.of(code));
  }
}
