package org.censusflow.linkage.population;

import java.util.Arrays;
import java.util.List;

/** Dates as {@code yyyymmdd}, see {@link Dates}. */
public final class DateColumn implements Column {

  /** What databases and spreadsheets hold for no date; nobody alive was born then. */
  private static final int DEFAULT = 19000101;

  private final int[] values;

  DateColumn(int[] values) {
    this.values = values;
  }

  @Override
  public int size() {
    return values.length;
  }

  @Override
  public long key(int row) {
    return values[row];
  }

  @Override
  public void keys(int[] rows, int from, int to, long[] out) {
    for (int i = from; i < to; i++) {
      out[i - from] = values[rows[i]];
    }
  }

  /** The date of a row as {@code yyyymmdd}, 0 when missing. */
  public int date(int row) {
    return values[row];
  }

  @Override
  public long present() {
    return Present.in(values);
  }

  @Override
  public String text(int row) {
    return Dates.format(values[row]);
  }

  int[] values() {
    return values;
  }

  static final class Builder implements ArrayBuilder {
    private int[] values;
    private int size;

    Builder(int expectedRows) {
      values = new int[expectedRows];
    }

    @Override
    public void add(byte[] utf8, int from, int to) {
      if (size == values.length) {
        values = Arrays.copyOf(values, Growth.next(size));
      }
      int date = Dates.parse(utf8, from, to);
      values[size++] = date == DEFAULT ? 0 : date;
    }

    @Override
    public Column build() {
      return new DateColumn(Arrays.copyOf(values, size));
    }

    @Override
    public Column join(List<? extends ColumnBuilder> parts) {
      return new DateColumn(ArrayBuilder.joined(parts, int[]::new));
    }

    @Override
    public int size() {
      return size;
    }

    @Override
    public Object values() {
      return values;
    }
  }
}
