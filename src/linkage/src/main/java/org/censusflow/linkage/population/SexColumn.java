package org.censusflow.linkage.population;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** Sex: 1 male, 2 female, 0 unknown or unstated (GB/T 2261.1-2003). */
public final class SexColumn implements Column {

  private final byte[] values;

  SexColumn(byte[] values) {
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

  @Override
  public long present() {
    return Present.in(values);
  }

  @Override
  public String text(int row) {
    return values[row] == 0 ? "" : Integer.toString(values[row]);
  }

  byte[] values() {
    return values;
  }

  static byte parse(byte[] utf8, int from, int to) {
    if (to - from == 1) {
      return switch (utf8[from]) {
        case '1', 'M', 'm' -> 1;
        case '2', 'F', 'f' -> 2;
        default -> 0;
      };
    }
    if (from == to) {
      return 0;
    }
    return switch (Text.fold(new String(utf8, from, to - from, StandardCharsets.UTF_8))) {
      case "男", "男性", "male", "1", "m" -> 1;
      case "女", "女性", "female", "2", "f" -> 2;
      default -> 0;
    };
  }

  static final class Builder implements ArrayBuilder {
    private byte[] values;
    private int size;

    Builder(int expectedRows) {
      values = new byte[expectedRows];
    }

    @Override
    public void add(byte[] utf8, int from, int to) {
      if (size == values.length) {
        values = Arrays.copyOf(values, Growth.next(size));
      }
      values[size++] = parse(utf8, from, to);
    }

    @Override
    public Column build() {
      return new SexColumn(Arrays.copyOf(values, size));
    }

    @Override
    public Column join(List<? extends ColumnBuilder> parts) {
      return new SexColumn(ArrayBuilder.joined(parts, byte[]::new));
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
