package org.censusflow.linkage.evaluation;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.censusflow.linkage.population.Field;
import org.censusflow.linkage.population.Population;
import org.censusflow.linkage.population.PopulationFiles;
import org.censusflow.linkage.population.Role;

/**
 * Pairs of rows known to be one person, from a file with two columns of keys. Held as sorted packed
 * pairs.
 */
public final class Truth {

  private final long[] pairs;
  private final long unknown;

  private Truth(long[] pairs, long unknown) {
    this.pairs = pairs;
    this.unknown = unknown;
  }

  /**
   * Reads a truth file: two columns, the left key and the right key; a first line that names them,
   * as in {@code left_id,right_id}.
   *
   * @throws IOException when the file cannot be read or has no two columns
   */
  public static Truth read(Path file, Population left, Population right) throws IOException {
    List<Field> fields = List.of(column("left", 1), column("right", 2));
    Population rows = PopulationFiles.readCsv(file, fields).population();
    Map<String, Integer> leftRows = rowsByKey(left);
    Map<String, Integer> rightRows = left == right ? leftRows : rowsByKey(right);
    long[] pairs = new long[rows.size()];
    int known = 0;
    for (int i = 0; i < rows.size(); i++) {
      Integer l = leftRows.get(rows.text("left", i));
      Integer r = rightRows.get(rows.text("right", i));
      if (l != null && r != null) {
        pairs[known++] = left == right ? pair(Math.min(l, r), Math.max(l, r)) : pair(l, r);
      }
    }
    long[] sorted = Arrays.copyOf(pairs, known);
    Arrays.sort(sorted);
    return new Truth(sorted, rows.size() - known);
  }

  private static Field column(String name, int position) {
    return new Field(name, Role.KEY, List.of("#" + position));
  }

  private static Map<String, Integer> rowsByKey(Population population) {
    Map<String, Integer> rows = new HashMap<>(population.size() * 2);
    for (int row = 0; row < population.size(); row++) {
      rows.put(population.key(row), row);
    }
    return rows;
  }

  private static long pair(int left, int right) {
    return (long) left << 32 | right;
  }

  public int size() {
    return pairs.length;
  }

  /** Pairs of the file of which a key is not in the populations. */
  public long unknown() {
    return unknown;
  }

  public boolean contains(int left, int right) {
    return Arrays.binarySearch(pairs, pair(left, right)) >= 0;
  }

  public int left(int i) {
    return (int) (pairs[i] >>> 32);
  }

  public int right(int i) {
    return (int) pairs[i];
  }
}
