package org.censusflow.linkage.matching;

import java.util.Arrays;
import java.util.List;
import org.censusflow.linkage.population.AddressColumn;
import org.censusflow.linkage.population.Column;
import org.censusflow.linkage.population.DateColumn;
import org.censusflow.linkage.population.Hashing;
import org.censusflow.linkage.population.NameColumn;
import org.censusflow.linkage.population.Population;
import org.censusflow.linkage.similarity.Soundex;
import org.censusflow.linkage.spec.BlockingRule;
import org.censusflow.linkage.spec.KeyForm;
import org.censusflow.linkage.spec.KeyPart;

/** The keys that one blocking rule gives to the rows of one population. */
final class BlockingKeys {

  /** One part of a key. */
  interface Part {
    long key(int row);

    default void keys(int[] rows, int from, int to, long[] out) {
      for (int i = from; i < to; i++) {
        out[i - from] = key(rows[i]);
      }
    }
  }

  /** A part that is the value itself: columns hand out many of those at once. */
  private record Value(Column column) implements Part {
    @Override
    public long key(int row) {
      return column.key(row);
    }

    @Override
    public void keys(int[] rows, int from, int to, long[] out) {
      column.keys(rows, from, to, out);
    }
  }

  private final Part[] single;
  private final Column words;

  BlockingKeys(BlockingRule rule, Population population) {
    List<KeyPart> parts = rule.parts();
    single =
        parts.stream()
            .filter(part -> part.form() != KeyForm.WORDS)
            .map(part -> part(part, population.column(part.field())))
            .toArray(Part[]::new);
    words =
        parts.stream()
            .filter(part -> part.form() == KeyForm.WORDS)
            .map(part -> population.column(part.field()))
            .findFirst()
            .orElse(null);
  }

  /** Whether a row may have more than one key. */
  boolean several() {
    return words != null;
  }

  /** The row's key; 0 when a part is missing. For rules without words. */
  long key(int row) {
    long key = 0;
    for (Part part : single) {
      long value = part.key(row);
      if (value == 0) {
        return 0;
      }
      key = Hashing.orOne(Hashing.combine(key, value));
    }
    return Hashing.orOne(key);
  }

  /** Keys of the rows {@code rows[from]} to {@code rows[to - 1]}, as {@link #key} gives them. */
  long[] keys(int[] rows, int from, int to) {
    long[] keys = new long[to - from];
    long[] values = new long[to - from];
    for (int p = 0; p < single.length; p++) {
      single[p].keys(rows, from, to, values);
      for (int i = 0; i < keys.length; i++) {
        boolean missing = values[i] == 0 || p > 0 && keys[i] == 0;
        keys[i] = missing ? 0 : Hashing.orOne(Hashing.combine(keys[i], values[i]));
      }
    }
    return keys;
  }

  /** All keys of a row, none when a part is missing. */
  long[] keys(int row) {
    long base = single.length == 0 ? 1 : key(row);
    if (base == 0 || words.missing(row)) {
      return new long[0];
    }
    return Arrays.stream(words(words, row)).map(word -> Hashing.combine(base, word)).toArray();
  }

  /** A number for each distinct word of a row's value that has more than one letter. */
  static long[] words(Column column, int row) {
    return Arrays.stream(column.text(row).split("[^\\p{L}\\p{N}]+"))
        .filter(word -> word.length() > 1)
        .mapToLong(BlockingKeys::hash)
        .distinct()
        .toArray();
  }

  /** What a part of a rule takes of a column's rows; of words the whole value. */
  static Part part(KeyPart part, Column column) {
    int at = part.at();
    return switch (part.form()) {
      case VALUE, WORDS -> new Value(column);
      case YEAR -> row -> ((DateColumn) column).date(row) / 10000;
      case MONTH -> row -> ((DateColumn) column).date(row) / 100;
      case DAY -> row -> ((DateColumn) column).date(row) % 10000;
      case ENTRANCE -> row -> ((AddressColumn) column).entrance(row);
      case SOUND -> row -> column.missing(row) ? 0 : Soundex.code(column.text(row));
      case PREFIX ->
          at == 1 && column instanceof NameColumn name
              ? name::first
              : row -> column.missing(row) ? 0 : prefix(column.text(row), at);
      case SUFFIX -> row -> column.missing(row) ? 0 : suffix(column.text(row), at);
      case SORTED -> row -> column.missing(row) ? 0 : sorted(column.text(row));
    };
  }

  private static long prefix(String text, int length) {
    int count = Math.min(length, text.codePointCount(0, text.length()));
    return hash(text.substring(0, text.offsetByCodePoints(0, count)));
  }

  private static long suffix(String text, int length) {
    int count = Math.min(length, text.codePointCount(0, text.length()));
    return hash(text.substring(text.offsetByCodePoints(text.length(), -count)));
  }

  private static long sorted(String text) {
    return text.codePoints()
        .filter(Character::isLetterOrDigit)
        .sorted()
        .asLongStream()
        .reduce(7, Hashing::combine);
  }

  private static long hash(String text) {
    long hash = text.length();
    for (int i = 0; i < text.length(); i++) {
      hash = Hashing.combine(hash, text.charAt(i));
    }
    return hash == 0 ? 1 : hash;
  }
}
