package org.censusflow.linkage.evaluation;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.censusflow.linkage.population.Field;
import org.censusflow.linkage.population.Population;
import org.censusflow.linkage.population.PopulationFiles;
import org.censusflow.linkage.population.PopulationInput;
import org.censusflow.linkage.population.Role;
import org.censusflow.linkage.population.Workers;

/**
 * Pairs of rows known to be one person, from a file with two columns of keys. Held as sorted packed
 * pairs.
 */
public final class Truth {

  private final long[] pairs;
  private final long unknown;
  private final long repeatedLeft;
  private final long repeatedRight;

  private Truth(long[] pairs, long unknown, long repeatedLeft, long repeatedRight) {
    this.pairs = pairs;
    this.unknown = unknown;
    this.repeatedLeft = repeatedLeft;
    this.repeatedRight = repeatedRight;
  }

  /**
   * Reads a truth file: two columns, the left key and the right key. A first line that names them,
   * as in {@code left_id,right_id}, is passed over; one that is a pair of keys counts as a pair.
   *
   * @throws IOException when the file cannot be read, has no two columns or knows none of the keys
   */
  public static Truth read(Path file, Population left, Population right) throws IOException {
    List<Field> fields = List.of(column("left", 1), column("right", 2));
    PopulationInput input = PopulationFiles.read(file, fields, Workers.all());
    Population rows = input.population();
    List<String> first = input.reading() == null ? List.of() : input.reading().columns();
    if (input.reading() != null && first.size() < 2) {
      throw new IOException(
          file + ": a truth file has two columns, the left key and the right key");
    }
    KeyRows leftRows = new KeyRows(left);
    KeyRows rightRows = left == right ? leftRows : new KeyRows(right);
    PairList pairs = new PairList(rows.size() + 1, left == right);
    if (first.size() >= 2) {
      pairs.add(leftRows.row(first.get(0)), rightRows.row(first.get(1)));
    }
    long unknown = 0;
    for (int i = 0; i < rows.size(); i++) {
      int l = leftRows.row(rows.text("left", i));
      int r = rightRows.row(rows.text("right", i));
      unknown += pairs.add(l, r) ? 0 : 1;
    }
    unknown += input.rejected().size();
    if (pairs.size() == 0 && unknown > 0) {
      throw new IOException(
          file
              + ": no pair of it is in the two files; its first column must hold keys of the left,"
              + " its second of the right, written as in the column that the spec calls its key");
    }
    return new Truth(pairs.sorted(), unknown, leftRows.repeated(), rightRows.repeated());
  }

  private static Field column(String name, int position) {
    return new Field(name, Role.KEY, List.of("#" + position));
  }

  /** Pairs of rows, each once; in one population the earlier row stands first. */
  private static final class PairList {
    private final long[] pairs;
    private final boolean onePopulation;
    private int size;

    PairList(int most, boolean onePopulation) {
      pairs = new long[most];
      this.onePopulation = onePopulation;
    }

    /** Takes a pair; false when one of its rows is not known. */
    boolean add(int l, int r) {
      if (l < 0 || r < 0) {
        return false;
      }
      pairs[size++] = onePopulation ? pair(Math.min(l, r), Math.max(l, r)) : pair(l, r);
      return true;
    }

    int size() {
      return size;
    }

    long[] sorted() {
      return Arrays.stream(pairs, 0, size).sorted().distinct().toArray();
    }
  }

  private static long pair(int left, int right) {
    return (long) left << 32 | right;
  }

  public int size() {
    return pairs.length;
  }

  /**
   * Pairs of the file of which a key is not in the populations, perhaps because its row was
   * rejected. Nobody can find them: they count as missed.
   */
  public long unknown() {
    return unknown;
  }

  /** Rows of the left whose key an earlier row has; the pairs are those of the earlier one. */
  public long repeatedLeft() {
    return repeatedLeft;
  }

  /** Rows of the right whose key an earlier row has. */
  public long repeatedRight() {
    return repeatedRight;
  }

  /** The accuracy of a report with so many right and wrong pairs. */
  Accuracy accuracy(long correct, long wrong) {
    return new Accuracy(correct, wrong, size() + unknown - correct);
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
