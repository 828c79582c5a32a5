package org.censusflow.linkage.population;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Codes out of a list, by number of the distinct value. */
public final class CodeColumn implements Column {

  private final int[] values;
  private final List<String> distinct;
  private final long[] keys;

  CodeColumn(int[] values, List<String> distinct) {
    this.values = values;
    this.distinct = distinct;
    keys = new long[distinct.size()];
    for (int i = 1; i < keys.length; i++) {
      byte[] utf8 = distinct.get(i).getBytes(StandardCharsets.UTF_8);
      keys[i] = Hashing.of(utf8, 0, utf8.length);
    }
  }

  @Override
  public int size() {
    return values.length;
  }

  @Override
  public long key(int row) {
    return keys[values[row]];
  }

  @Override
  public String text(int row) {
    return distinct.get(values[row]);
  }

  /** Number of the row's value within {@link #distinct()}; 0 when missing. */
  public int ordinal(int row) {
    return values[row];
  }

  /** The distinct values in order of first appearance; the first is the empty one. */
  public List<String> distinct() {
    return distinct;
  }

  int[] values() {
    return values;
  }

  static final class Builder implements ColumnBuilder {
    private int[] values;
    private int size;
    private final List<byte[]> distinct = new ArrayList<>();
    private int[] slots = new int[64];
    private byte[] last = {};
    private int lastOrdinal;

    Builder(int expectedRows) {
      values = new int[expectedRows];
      distinct.add(last);
    }

    @Override
    public void add(byte[] utf8, int from, int to) {
      if (size == values.length) {
        values = Arrays.copyOf(values, Growth.next(size));
      }
      while (from < to && utf8[from] == ' ') {
        from++;
      }
      while (from < to && utf8[to - 1] == ' ') {
        to--;
      }
      values[size++] = ordinal(utf8, from, to);
    }

    private int ordinal(byte[] utf8, int from, int to) {
      if (from == to) {
        return 0;
      }
      if (!Arrays.equals(last, 0, last.length, utf8, from, to)) {
        lastOrdinal = find(utf8, from, to);
        last = distinct.get(lastOrdinal);
      }
      return lastOrdinal;
    }

    private int find(byte[] utf8, int from, int to) {
      int slot = (int) Hashing.of(utf8, from, to) & slots.length - 1;
      while (slots[slot] != 0) {
        byte[] known = distinct.get(slots[slot]);
        if (Arrays.equals(known, 0, known.length, utf8, from, to)) {
          return slots[slot];
        }
        slot = slot + 1 & slots.length - 1;
      }
      slots[slot] = distinct.size();
      distinct.add(Arrays.copyOfRange(utf8, from, to));
      if (distinct.size() * 2 > slots.length) {
        rehash();
      }
      return distinct.size() - 1;
    }

    private void rehash() {
      slots = new int[slots.length * 4];
      for (int i = 1; i < distinct.size(); i++) {
        byte[] known = distinct.get(i);
        int slot = (int) Hashing.of(known, 0, known.length) & slots.length - 1;
        while (slots[slot] != 0) {
          slot = slot + 1 & slots.length - 1;
        }
        slots[slot] = i;
      }
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
      Builder all = new Builder(0);
      int[] joined = new int[total];
      int at = 0;
      for (ColumnBuilder part : parts) {
        Builder from = (Builder) part;
        int[] renumbered = new int[from.distinct.size()];
        for (int i = 1; i < renumbered.length; i++) {
          byte[] value = from.distinct.get(i);
          renumbered[i] = all.find(value, 0, value.length);
        }
        for (int i = 0; i < from.size; i++) {
          joined[at++] = renumbered[from.values[i]];
        }
      }
      List<String> texts = new ArrayList<>(all.distinct.size());
      for (byte[] value : all.distinct) {
        texts.add(new String(value, StandardCharsets.UTF_8));
      }
      return new CodeColumn(joined, List.copyOf(texts));
    }
  }
}
