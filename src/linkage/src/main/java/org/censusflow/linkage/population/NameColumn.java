package org.censusflow.linkage.population;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * Names by {@link Names}' normal form. Up to four characters of the basic plane, as nearly every
 * Chinese name has, stand packed in one {@code long}; a longer name, or one with a rarer character,
 * is kept as text and its key is a hash.
 */
public final class NameColumn implements Column {

  private final long[] keys;
  private final int[] overflow;
  private final TextColumn texts;

  NameColumn(long[] keys, int[] overflow, TextColumn texts) {
    this.keys = keys;
    this.overflow = overflow;
    this.texts = texts;
  }

  @Override
  public int size() {
    return keys.length;
  }

  @Override
  public long key(int row) {
    return keys[row];
  }

  @Override
  public void keys(int[] rows, int from, int to, long[] out) {
    for (int i = from; i < to; i++) {
      out[i - from] = keys[rows[i]];
    }
  }

  @Override
  public long present() {
    return Present.in(keys);
  }

  @Override
  public String text(int row) {
    long key = keys[row];
    return Names.isPacked(key) ? Names.unpack(key) : texts.text(Arrays.binarySearch(overflow, row));
  }

  /**
   * Whether a row's name fits in one number, see {@link #key}: four characters, the first highest.
   */
  public boolean packed(int row) {
    return Names.isPacked(keys[row]);
  }

  /** The first character as a code point, 0 when the name is missing. */
  public int first(int row) {
    long key = keys[row];
    if (!Names.isPacked(key)) {
      return text(row).codePointAt(0);
    }
    return key == 0 ? 0 : (int) (key >>> (63 - Long.numberOfLeadingZeros(key)) / 16 * 16);
  }

  long[] keys() {
    return keys;
  }

  int[] overflow() {
    return overflow;
  }

  TextColumn texts() {
    return texts;
  }

  static final class Builder implements ColumnBuilder {
    private long[] keys;
    private int size;
    private final char[] han = new char[32];
    private int[] overflow = new int[16];
    private int overflowSize;
    private final TextColumn.Builder texts = new TextColumn.Builder(0, false);

    Builder(int expectedRows) {
      keys = new long[expectedRows];
    }

    @Override
    public void add(byte[] utf8, int from, int to) {
      if (size == keys.length) {
        keys = Arrays.copyOf(keys, Growth.next(size));
      }
      long packed = Names.packHan(utf8, from, to);
      if (packed == 0 && to > from) {
        packed = addUnusual(utf8, from, to);
      }
      keys[size++] = packed;
    }

    private long addUnusual(byte[] utf8, int from, int to) {
      int length = Names.han(utf8, from, to, han);
      long simple = length < 0 ? 0 : Names.pack(han, length);
      if (simple != 0) {
        return simple;
      }
      return addUnusual(
          length > 4
              ? new String(han, 0, length)
              : Names.normalForm(new String(utf8, from, to - from, StandardCharsets.UTF_8)));
    }

    private long addUnusual(String name) {
      long packed = Names.pack(name);
      if (packed != 0 || name.isEmpty()) {
        return packed;
      }
      if (overflowSize == overflow.length) {
        overflow = Arrays.copyOf(overflow, Growth.next(overflowSize));
      }
      overflow[overflowSize++] = size;
      byte[] text = name.getBytes(StandardCharsets.UTF_8);
      texts.add(text, 0, text.length);
      return Names.hashed(text);
    }

    @Override
    public Column build() {
      return join(List.of(this));
    }

    @Override
    public Column join(List<? extends ColumnBuilder> parts) {
      int total = 0;
      int unusual = 0;
      for (ColumnBuilder part : parts) {
        total += ((Builder) part).size;
        unusual += ((Builder) part).overflowSize;
      }
      long[] all = new long[total];
      int[] rows = new int[unusual];
      int at = 0;
      int out = 0;
      for (ColumnBuilder part : parts) {
        Builder from = (Builder) part;
        System.arraycopy(from.keys, 0, all, at, from.size);
        for (int i = 0; i < from.overflowSize; i++) {
          rows[out++] = from.overflow[i] + at;
        }
        at += from.size;
      }
      TextColumn joined =
          (TextColumn) texts.join(parts.stream().map(part -> ((Builder) part).texts).toList());
      return new NameColumn(all, rows, joined);
    }
  }
}
