package org.censusflow.linkage.population;

import java.util.Arrays;
import java.util.List;

/** Identity numbers: resident numbers packed by {@link ResidentId}, any other mark as a hash. */
public final class IdColumn implements Column {

  private final long[] values;

  IdColumn(long[] values) {
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

  /** The packed number of a row, see {@link ResidentId}. */
  public long packed(int row) {
    return values[row];
  }

  @Override
  public long present() {
    return Present.in(values);
  }

  @Override
  public String text(int row) {
    return ResidentId.format(values[row]);
  }

  /** All packed numbers, a row each; not to be changed. */
  public long[] packed() {
    return values;
  }

  static final class Builder implements ArrayBuilder {
    private final boolean resident;
    private long[] values;
    private int size;

    Builder(int expectedRows, boolean resident) {
      values = new long[expectedRows];
      this.resident = resident;
    }

    @Override
    public void add(byte[] utf8, int from, int to) {
      if (size == values.length) {
        values = Arrays.copyOf(values, Growth.next(size));
      }
      values[size++] = resident ? ResidentId.parse(utf8, from, to) : other(utf8, from, to);
    }

    private static long other(byte[] utf8, int from, int to) {
      if (from == to) {
        return 0;
      }
      byte[] clean = Text.foldedAscii(utf8, from, to);
      return clean.length == 0 || Text.isPlaceholder(clean) || Text.isRounded(clean)
          ? 0
          : ResidentId.OTHER | (Hashing.of(clean, 0, clean.length) >>> 4);
    }

    @Override
    public Column build() {
      return new IdColumn(Arrays.copyOf(values, size));
    }

    @Override
    public Column join(List<? extends ColumnBuilder> parts) {
      return new IdColumn(ArrayBuilder.joined(parts, long[]::new));
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
