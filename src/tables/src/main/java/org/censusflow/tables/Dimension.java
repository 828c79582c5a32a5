package org.censusflow.tables;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * The categories of one variable in a table: a tree under one total, by positions in the order in
 * which they are shown. A category with parts is the sum of its parts.
 */
public final class Dimension {

  private final String id;
  private final String label;
  private final List<Category> categories;
  private final Map<String, Integer> positions = new HashMap<>();
  private final int[] parents;
  private final int[][] children;
  private final int[][] leavesUnder;
  private final int total;

  /**
   * @param id the variable, equal in all tables that have it
   * @param categories with exactly one total; each with another parent of these
   * @throws IllegalArgumentException with everything that is wrong
   */
  public Dimension(String id, String label, List<Category> categories) {
    this.id = id;
    this.label = label;
    this.categories = List.copyOf(categories);
    int n = categories.size();
    List<String> faults = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      if (positions.put(categories.get(i).code(), i) != null) {
        faults.add("code " + categories.get(i).code() + " is there twice");
      }
    }
    parents = new int[n];
    List<Integer> totals = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      String parent = categories.get(i).parent();
      if (parent != null && !positions.containsKey(parent)) {
        faults.add("parent " + parent + " of " + categories.get(i).code() + " is unknown");
      }
      parents[i] = parent == null ? -1 : positions.getOrDefault(parent, -1);
      if (parent == null) {
        totals.add(i);
      }
    }
    if (totals.size() != 1) {
      faults.add("one total is needed, there are " + totals.size());
    }
    if (faults.isEmpty() && IntStream.range(0, n).anyMatch(i -> !reachesTotal(i))) {
      faults.add("categories are parts of each other");
    }
    if (!faults.isEmpty()) {
      throw new IllegalArgumentException("dimension " + id + ": " + String.join("; ", faults));
    }
    total = totals.get(0);
    children = new int[n][];
    for (int i = 0; i < n; i++) {
      int category = i;
      children[i] = IntStream.range(0, n).filter(c -> parents[c] == category).toArray();
    }
    leavesUnder = new int[n][];
    for (int i = 0; i < n; i++) {
      int category = i;
      leavesUnder[i] =
          IntStream.range(0, n).filter(c -> isLeaf(c) && isUnder(c, category)).toArray();
    }
  }

  private boolean reachesTotal(int category) {
    int at = category;
    for (int steps = 0; steps <= parents.length; steps++) {
      if (parents[at] < 0) {
        return true;
      }
      at = parents[at];
    }
    return false;
  }

  public String id() {
    return id;
  }

  public String label() {
    return label;
  }

  public List<Category> categories() {
    return categories;
  }

  public int size() {
    return categories.size();
  }

  /** Position of the total. */
  public int total() {
    return total;
  }

  /** Position of the category's parent; -1 for the total. */
  public int parent(int category) {
    return parents[category];
  }

  /** Positions of the parts. */
  public int[] children(int category) {
    return children[category].clone();
  }

  public boolean isLeaf(int category) {
    return children[category].length == 0;
  }

  /** Positions of the categories without parts that are in this one; itself when it has none. */
  public int[] leaves(int category) {
    return leavesUnder[category].clone();
  }

  /** Whether the category is the other one or a part of it. */
  public boolean isUnder(int category, int other) {
    for (int at = category; at >= 0; at = parents[at]) {
      if (at == other) {
        return true;
      }
    }
    return false;
  }

  /** The category, its parent and so on, up to the total. */
  public List<Integer> upwards(int category) {
    List<Integer> way = new ArrayList<>();
    for (int at = category; at >= 0; at = parents[at]) {
      way.add(at);
    }
    return way;
  }

  /**
   * Position of a code.
   *
   * @throws IllegalArgumentException when there is no such code
   */
  public int position(String code) {
    Integer position = positions.get(code);
    if (position == null) {
      throw new IllegalArgumentException("dimension " + id + " has no code " + code);
    }
    return position;
  }

  /** The finest codes of the variable that a category stands for. */
  public Set<String> covers(int category) {
    Set<String> all = new LinkedHashSet<>();
    for (int leaf : leavesUnder[category]) {
      all.addAll(categories.get(leaf).covers());
    }
    return all;
  }

  /** Whether both have the same codes with the same parents in the same order. */
  boolean sameAs(Dimension other) {
    return id.equals(other.id) && categories.equals(other.categories);
  }
}
