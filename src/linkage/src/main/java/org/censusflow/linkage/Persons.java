package org.censusflow.linkage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which rows are one person: sets that grow together (union by the lower row, so that the result
 * has one form). Rows that are known to be two persons never come together, by whatever way.
 */
final class Persons {

  private final int[] parent;

  /** By the first row of a set: rows that are not of this person. */
  private final Map<Integer, List<Integer>> others = new HashMap<>();

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

  /** Two rows are one person, unless they are known to be two; returns whether they are one now. */
  boolean same(int a, int b) {
    int x = of(a);
    int y = of(b);
    if (x == y) {
      return true;
    }
    if (!others.isEmpty() && apart(x, y)) {
      return false;
    }
    int first = Math.min(x, y);
    int second = Math.max(x, y);
    parent[second] = first;
    List<Integer> moved = others.isEmpty() ? null : others.remove(second);
    if (moved != null) {
      others.computeIfAbsent(first, set -> new ArrayList<>()).addAll(moved);
    }
    return true;
  }

  /** Two rows are two persons from now on. */
  void different(int a, int b) {
    others.computeIfAbsent(of(a), set -> new ArrayList<>()).add(b);
    others.computeIfAbsent(of(b), set -> new ArrayList<>()).add(a);
  }

  private boolean apart(int x, int y) {
    for (int other : others.getOrDefault(x, List.of())) {
      if (of(other) == y) {
        return true;
      }
    }
    return false;
  }
}
