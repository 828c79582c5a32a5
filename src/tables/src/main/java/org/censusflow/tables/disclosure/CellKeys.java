package org.censusflow.tables.disclosure;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntUnaryOperator;
import org.censusflow.tables.Table;

/**
 * Changes counts by cell keys: each person has a fixed key from 0 to 255; a cell's key is the sum
 * of the keys of its persons, modulo 256; a perturbation table, which is data, gives the change for
 * a count and a key. The same persons are changed alike in every table, whoever asks. Sums do not
 * add up afterwards, by up to the changes. (B. Fraser and J. Wooton, "A proposed method for
 * confidentialising tabular output to protect against differencing", UNECE 2005; the files of the
 * Office for National Statistics' {@code cellkeyperturbation} fit.)
 */
public final class CellKeys {

  /** Keys are 0 to 255. */
  public static final int KEYS = 256;

  private final Map<Long, Integer> changes = new HashMap<>();
  private final int largest;
  private final int cycle;

  /**
   * One line of a perturbation table.
   *
   * @param count {@code pcv}: a count, or what stands for large ones
   * @param key {@code ckey}
   * @param change {@code pvalue}
   */
  public record Line(int count, int key, int change) {}

  /**
   * @param cycle counts above the largest of the lines use the last so many of them in turn: 250 in
   *     the files of the Office for National Statistics
   * @throws IllegalArgumentException when a count or key is missing, given twice, or a change makes
   *     a count negative
   */
  public CellKeys(List<Line> lines, int cycle) {
    this.cycle = cycle;
    largest = lines.stream().mapToInt(Line::count).max().orElse(0);
    for (Line line : lines) {
      if (line.key() < 0 || line.key() >= KEYS || line.count() < 1) {
        throw new IllegalArgumentException(line + " is out of range");
      }
      if (line.count() + line.change() < 0) {
        throw new IllegalArgumentException(line + " makes a count negative");
      }
      if (changes.put(index(line.count(), line.key()), line.change()) != null) {
        throw new IllegalArgumentException(line + " is given twice");
      }
    }
    if (cycle < 1 || cycle > largest || changes.size() != largest * KEYS) {
      throw new IllegalArgumentException(
          "a perturbation table needs each count from 1 to its largest with each key from 0 to 255,"
              + " and a cycle within it");
    }
  }

  private static long index(long count, int key) {
    return count * KEYS + key;
  }

  /**
   * The count as it is shown; nobody stays nobody.
   *
   * @param keys sum of the persons' keys, or its remainder
   */
  public long shown(long count, long keys) {
    if (count == 0) {
      return 0;
    }
    long row = count <= largest ? count : (count - largest - 1) % cycle + largest - cycle + 1;
    return count + changes.get(index(row, (int) (keys % KEYS)));
  }

  /**
   * A whole table.
   *
   * @param keys remainder of the sum of the persons' keys, by cell
   */
  public Table perturb(Table table, IntUnaryOperator keys) {
    long[] values = table.values();
    for (int cell = 0; cell < values.length; cell++) {
      values[cell] = shown(values[cell], keys.applyAsInt(cell));
    }
    return table.with(values);
  }
}
