package org.censusflow.tables;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.ToLongFunction;

/**
 * Counts by categories, with all margins: a cell for each combination of categories, totals among
 * them. Cells are numbered with the last dimension running fastest.
 */
public final class Table {

  private static final long MOST_CELLS = 50_000_000;

  private final String id;
  private final Map<String, Set<String>> universe;
  private final List<Dimension> dimensions;
  private final int[] strides;
  private final long[] values;
  private final BitSet impossible = new BitSet();

  /**
   * Counts with margins, as they are given; {@link Additivity} tells whether they add up.
   *
   * @param universe who is counted: for each variable that restricts it the finest codes that are
   *     in; empty for everybody
   * @param values one for each cell, in their order
   * @throws IllegalArgumentException when there is no cell, or not as many values as cells
   */
  public Table(
      String id, Map<String, Set<String>> universe, List<Dimension> dimensions, long[] values) {
    this.id = id;
    this.universe = Map.copyOf(universe);
    this.dimensions = List.copyOf(dimensions);
    strides = new int[dimensions.size()];
    long cells = 1;
    for (int d = dimensions.size() - 1; d >= 0; d--) {
      strides[d] = (int) cells;
      cells *= dimensions.get(d).size();
      if (cells > MOST_CELLS) {
        throw new IllegalArgumentException("table " + id + " has more than 50 million cells");
      }
    }
    if (dimensions.isEmpty()) {
      throw new IllegalArgumentException("table " + id + " has no cells");
    }
    if (values.length != cells) {
      throw new IllegalArgumentException(
          "table " + id + " has " + cells + " cells and " + values.length + " values");
    }
    this.values = values.clone();
  }

  /**
   * Counts without margins, which are summed up.
   *
   * @param leaf the count of a cell of categories without parts, by their positions
   */
  public static Table summed(
      String id,
      Map<String, Set<String>> universe,
      List<Dimension> dimensions,
      ToLongFunction<int[]> leaf) {
    int cells = dimensions.stream().mapToInt(Dimension::size).reduce(1, Math::multiplyExact);
    Table table = new Table(id, universe, dimensions, new long[cells]);
    table.fill(0, 0, new int[dimensions.size()], leaf);
    for (int d = 0; d < dimensions.size(); d++) {
      table.sum(d);
    }
    return table;
  }

  private void fill(int d, int cell, int[] at, ToLongFunction<int[]> leaf) {
    if (d == at.length) {
      values[cell] = leaf.applyAsLong(at.clone());
      return;
    }
    Dimension dimension = dimensions.get(d);
    for (int category : dimension.leaves(dimension.total())) {
      at[d] = category;
      fill(d + 1, cell + category * strides[d], at, leaf);
    }
  }

  /** Sums along one dimension, parts before wholes. */
  private void sum(int d) {
    Dimension dimension = dimensions.get(d);
    List<Integer> order = new ArrayList<>();
    wholesAfterParts(dimension, dimension.total(), order);
    for (int cell = 0; cell < values.length; cell++) {
      if (category(cell, d) == 0) {
        for (int whole : order) {
          long sum = 0;
          for (int part : dimension.children(whole)) {
            sum += values[cell + part * strides[d]];
          }
          values[cell + whole * strides[d]] = sum;
        }
      }
    }
  }

  private static void wholesAfterParts(Dimension dimension, int category, List<Integer> order) {
    if (!dimension.isLeaf(category)) {
      for (int part : dimension.children(category)) {
        wholesAfterParts(dimension, part, order);
      }
      order.add(category);
    }
  }

  /** The same categories with other values. */
  public Table with(long[] others) {
    Table table = new Table(id, universe, dimensions, others);
    table.impossible.or(impossible);
    return table;
  }

  public String id() {
    return id;
  }

  public Map<String, Set<String>> universe() {
    return universe;
  }

  /**
   * Whether both count the same persons, with the same categories of the variables that both have.
   */
  public boolean belongsTo(Table other) {
    return universe.equals(other.universe)
        && dimensions.stream()
            .allMatch(
                own ->
                    other.dimensions.stream()
                        .filter(dimension -> dimension.id().equals(own.id()))
                        .allMatch(own::sameAs));
  }

  public List<Dimension> dimensions() {
    return dimensions;
  }

  /** Number of cells, margins among them. */
  public int cells() {
    return values.length;
  }

  public long value(int cell) {
    return values[cell];
  }

  /** All values, in the order of the cells. */
  public long[] values() {
    return values.clone();
  }

  /** Position of the cell's category in a dimension. */
  public int category(int cell, int dimension) {
    return cell / strides[dimension] % dimensions.get(dimension).size();
  }

  /** Positions of all its categories. */
  public int[] categories(int cell) {
    int[] at = new int[strides.length];
    Arrays.setAll(at, d -> category(cell, d));
    return at;
  }

  /** The cell of these categories. */
  public int cell(int... at) {
    int cell = 0;
    for (int d = 0; d < at.length; d++) {
      cell += at[d] * strides[d];
    }
    return cell;
  }

  /** The cell whose category in one dimension is another one. */
  public int moved(int cell, int dimension, int category) {
    return cell + (category - category(cell, dimension)) * strides[dimension];
  }

  /** The cell by its codes, in the dimensions' order. */
  public int cell(List<String> codes) {
    int[] at = new int[strides.length];
    Arrays.setAll(at, d -> dimensions.get(d).position(codes.get(d)));
    return cell(at);
  }

  /** The cell's name: variable=code, in the dimensions' order. */
  public String name(int cell) {
    List<String> parts = new ArrayList<>();
    for (int d = 0; d < strides.length; d++) {
      Dimension dimension = dimensions.get(d);
      parts.add(dimension.id() + "=" + dimension.categories().get(category(cell, d)).code());
    }
    return id + "[" + String.join(", ", parts) + "]";
  }

  /** Says that everybody knows that the cell is empty by nature: no married child of five. */
  public void impossible(int cell) {
    if (values[cell] != 0) {
      throw new IllegalArgumentException(name(cell) + " cannot be impossible: it has persons");
    }
    impossible.set(cell);
  }

  public boolean isImpossible(int cell) {
    return impossible.get(cell);
  }

  /** Whether all its categories are without parts. */
  public boolean isLeaf(int cell) {
    for (int d = 0; d < strides.length; d++) {
      if (!dimensions.get(d).isLeaf(category(cell, d))) {
        return false;
      }
    }
    return true;
  }

  /**
   * Of whom the cell is the count: for each variable that restricts them the finest codes that are
   * in. Equal for cells of different tables that count the same persons.
   */
  public Map<String, Set<String>> persons(int cell) {
    Map<String, Set<String>> persons = new TreeMap<>(universe);
    for (int d = 0; d < strides.length; d++) {
      Dimension dimension = dimensions.get(d);
      int category = category(cell, d);
      if (category != dimension.total()) {
        persons.put(dimension.id(), dimension.covers(category));
      }
    }
    return persons;
  }
}
