package org.censusflow.linkage.population;

import java.util.Arrays;
import java.util.List;

/** Addresses as street and numbers, see {@link Addresses}. */
public final class AddressColumn implements Column {

  private final int[] streets;
  private final long[] numbers;

  AddressColumn(int[] streets, long[] numbers) {
    this.streets = streets;
    this.numbers = numbers;
  }

  @Override
  public int size() {
    return streets.length;
  }

  @Override
  public long key(int row) {
    return streets[row] == 0 && numbers[row] == 0
        ? 0
        : Hashing.orOne(Hashing.combine(streets[row], numbers[row]));
  }

  @Override
  public void keys(int[] rows, int from, int to, long[] out) {
    for (int i = from; i < to; i++) {
      out[i - from] = key(rows[i]);
    }
  }

  @Override
  public boolean missing(int row) {
    return streets[row] == 0 && numbers[row] == 0;
  }

  @Override
  public String text(int row) {
    StringBuilder text = new StringBuilder();
    for (int shift = 48; shift >= 0; shift -= 16) {
      long number = numbers[row] >>> shift & 0xffff;
      if (number != 0) {
        text.append(text.length() == 0 ? "" : "-").append(number);
      }
    }
    return text.toString();
  }

  public int street(int row) {
    return streets[row];
  }

  /** The numbers behind the street, 16 bits each, the last one lowest. */
  public long numbers(int row) {
    return numbers[row];
  }

  /** The first number, in cities the doorplate's; 0 when there is none. */
  public int firstNumber(int row) {
    long all = numbers[row];
    while (all >>> 16 != 0) {
      all >>>= 16;
    }
    return (int) all;
  }

  /** Key of street and first number, 0 without a number: one entrance or building. */
  public long entrance(int row) {
    return numbers[row] == 0 ? 0 : Hashing.orOne(Hashing.combine(streets[row], firstNumber(row)));
  }

  /**
   * Whether the shorter list of numbers stands within the longer one, in order, and both end with
   * the same number.
   */
  public static boolean abbreviates(long a, long b) {
    if (a == 0 || b == 0 || (a & 0xffff) != (b & 0xffff)) {
      return false;
    }
    long small = Long.compareUnsigned(a, b) < 0 ? a : b;
    long large = small == a ? b : a;
    while (small != 0 && large != 0) {
      if ((small & 0xffff) == (large & 0xffff)) {
        small >>>= 16;
      }
      large >>>= 16;
    }
    return small == 0;
  }

  int[] streets() {
    return streets;
  }

  long[] allNumbers() {
    return numbers;
  }

  static final class Builder implements ColumnBuilder {
    private final Addresses reader = new Addresses();
    private int[] streets;
    private long[] numbers;
    private int size;

    Builder(int expectedRows) {
      streets = new int[expectedRows];
      numbers = new long[expectedRows];
    }

    @Override
    public void add(byte[] utf8, int from, int to) {
      if (size == streets.length) {
        streets = Arrays.copyOf(streets, Growth.next(size));
        numbers = Arrays.copyOf(numbers, streets.length);
      }
      reader.read(utf8, from, to);
      streets[size] = reader.street;
      numbers[size++] = reader.numbers;
    }

    @Override
    public Column build() {
      return join(List.of(this));
    }

    @Override
    public Column join(List<? extends ColumnBuilder> parts) {
      int total = 0;
      for (ColumnBuilder part : parts) {
        total += ((Builder) part).size;
      }
      int[] allStreets = new int[total];
      long[] allNumbers = new long[total];
      int at = 0;
      for (ColumnBuilder part : parts) {
        Builder from = (Builder) part;
        System.arraycopy(from.streets, 0, allStreets, at, from.size);
        System.arraycopy(from.numbers, 0, allNumbers, at, from.size);
        at += from.size;
      }
      return new AddressColumn(allStreets, allNumbers);
    }
  }
}
