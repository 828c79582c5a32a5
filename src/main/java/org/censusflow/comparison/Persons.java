package org.censusflow.comparison;

import java.util.Arrays;

/**
 * Which rows are one person: sets that grow together (union by the lower row, so that the result
 * has one form).
 */
final class Persons {

  private final int[] parent;

  Persons(int rows) {
    parent = new int[rows];
    Arrays.setAll(parent, row -> row);
  }

  int of(int row) {
    while (parent[row] != row) {
      parent[row] = parent[parent[row]];
      row = parent[row];
    }
    return row;
  }

  void same(int a, int b) {
    int x = of(a);
    int y = of(b);
    parent[Math.max(x, y)] = Math.min(x, y);
  }
}
