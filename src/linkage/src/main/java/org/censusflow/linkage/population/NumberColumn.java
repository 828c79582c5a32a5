package org.censusflow.linkage.population;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** Decimal numbers; NaN when missing or unreadable. */
public final class NumberColumn implements Column {

  private final double[] values;

  NumberColumn(double[] values) {
    this.values = values;
  }

  @Override
  public int size() {
    return values.length;
  }

  @Override
  public long key(int row) {
    return Double.isNaN(values[row])
        ? 0
        : Hashing.orOne(Double.doubleToLongBits(values[row] + 0.0));
  }

  public double number(int row) {
    return values[row];
  }

  @Override
  public String text(int row) {
    double value = values[row];
    if (Double.isNaN(value)) {
      return "";
    }
    return value == Math.rint(value) && Math.abs(value) < 1e15
        ? Long.toString((long) value)
        : Double.toString(value);
  }

  double[] values() {
    return values;
  }

  static double parse(byte[] utf8, int from, int to) {
    if (from == to) {
      return Double.NaN;
    }
    String text =
        Text.fold(new String(utf8, from, to - from, StandardCharsets.UTF_8))
            .replace(",", "")
            .replace(" ", "");
    int start = 0;
    while (start < text.length() && "0123456789.-+".indexOf(text.charAt(start)) < 0) {
      start++;
    }
    try {
      double value = Double.parseDouble(text.substring(start));
      return Double.isFinite(value) ? value : Double.NaN;
    } catch (NumberFormatException notANumber) {
      return Double.NaN;
    }
  }

  static final class Builder implements ArrayBuilder {
    private double[] values;
    private int size;

    Builder(int expectedRows) {
      values = new double[expectedRows];
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
      return new NumberColumn(Arrays.copyOf(values, size));
    }

    @Override
    public Column join(List<? extends ColumnBuilder> parts) {
      return new NumberColumn(ArrayBuilder.joined(parts, double[]::new));
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
