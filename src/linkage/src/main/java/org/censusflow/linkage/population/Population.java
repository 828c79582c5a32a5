package org.censusflow.linkage.population;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The persons of one register or of the census, a row each, in standardised columns. Immutable and
 * safe to share between threads. Rows are known by their number from 0; {@link #key} gives the key
 * that the source wrote.
 */
public final class Population {

  private final List<Field> fields;
  private final Map<String, Column> columns;
  private final int size;
  private final TextColumn keys;

  /** By field, how many rows had something written in it; {@code null} when nobody knows. */
  private final long[] written;

  Population(List<Field> fields, List<Column> columns) {
    this(fields, columns, null);
  }

  private Population(List<Field> fields, List<Column> columns, long[] written) {
    this.written = written;
    this.fields = List.copyOf(fields);
    this.columns = new LinkedHashMap<>();
    for (int i = 0; i < fields.size(); i++) {
      this.columns.put(fields.get(i).name(), columns.get(i));
    }
    size = columns.isEmpty() ? 0 : columns.get(0).size();
    keys =
        fields.stream()
            .filter(field -> field.role() == Role.KEY)
            .map(field -> (TextColumn) this.columns.get(field.name()))
            .findFirst()
            .orElse(null);
  }

  /** A builder for rows whose values come in the order of the fields. */
  public static Builder builder(List<Field> fields) {
    return new Builder(fields, 1024);
  }

  public int size() {
    return size;
  }

  public List<Field> fields() {
    return fields;
  }

  /** The row's key as the source wrote it, or the row's number from 1 when there is no key. */
  public String key(int row) {
    return keys == null ? Integer.toString(row + 1) : keys.text(row);
  }

  /** How many bytes {@link #copyKey} writes at most. */
  public int keyLength(int row) {
    return keys == null ? 11 : keys.length(row);
  }

  /**
   * How many rows had something written in a field that is no value of it: a date that cannot be
   * read, or what stands for no value, as 不详. 0 when that is not known.
   */
  public long notUnderstood(String field) {
    if (written == null) {
      return 0;
    }
    return written[List.copyOf(columns.keySet()).indexOf(field)] - column(field).present();
  }

  /** Writes a row's key into a buffer and returns the position behind it. */
  public int copyKey(int row, byte[] out, int at) {
    if (keys != null) {
      return keys.copy(row, out, at);
    }
    byte[] number = key(row).getBytes(StandardCharsets.US_ASCII);
    System.arraycopy(number, 0, out, at, number.length);
    return at + number.length;
  }

  public boolean has(String field) {
    return columns.containsKey(field);
  }

  /**
   * The column of a field.
   *
   * @throws IllegalArgumentException when the population has no such field
   */
  public Column column(String field) {
    Column column = columns.get(field);
    if (column == null) {
      throw new IllegalArgumentException("no field '" + field + "' among " + columns.keySet());
    }
    return column;
  }

  /** The standardised value of a field as text, empty when missing. */
  public String text(String field, int row) {
    return column(field).text(row);
  }

  /** Collects rows and standardises them on the way in; for one thread. */
  public static final class Builder {
    private static final byte[] NOTHING = {};

    private final List<Field> fields;
    private final ColumnBuilder[] columns;
    private final long[] written;

    Builder(List<Field> fields, int expectedRows) {
      this.fields = List.copyOf(fields);
      columns =
          fields.stream()
              .map(field -> ColumnBuilder.of(field.role(), expectedRows))
              .toArray(ColumnBuilder[]::new);
      written = new long[columns.length];
    }

    /**
     * Adds a row.
     *
     * @param values one value a field, in the fields' order; {@code null} or empty when missing
     */
    public Builder add(String... values) {
      if (values.length != columns.length) {
        throw new IllegalArgumentException(
            "expected " + columns.length + " values, got " + values.length);
      }
      for (int i = 0; i < values.length; i++) {
        byte[] utf8 =
            values[i] == null ? NOTHING : values[i].strip().getBytes(StandardCharsets.UTF_8);
        add(i, utf8, 0, utf8.length);
      }
      return this;
    }

    void add(int field, byte[] utf8, int from, int to) {
      written[field] += to > from ? 1 : 0;
      columns[field].add(utf8, from, to);
    }

    public Population build() {
      return join(List.of(this), new Workers(1));
    }

    /** One population out of the builders of consecutive parts. */
    static Population join(List<Builder> parts, Workers workers) {
      Builder first = parts.get(0);
      Column[] joined = new Column[first.fields.size()];
      workers.run(
          joined.length,
          i -> {
            List<ColumnBuilder> column = new ArrayList<>(parts.size());
            for (Builder part : parts) {
              column.add(part.columns[i]);
            }
            joined[i] = first.columns[i].join(column);
          });
      long[] written = new long[joined.length];
      for (Builder part : parts) {
        Arrays.setAll(written, i -> written[i] + part.written[i]);
      }
      return new Population(first.fields, List.of(joined), written);
    }
  }
}
