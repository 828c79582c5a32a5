package org.censusflow.linkage.population;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Text as UTF-8 in a few large blobs; a row's position packs blob (11 bits), offset (31) and length
 * (22).
 */
public final class TextColumn implements Column {

  private static final int LENGTH_BITS = 22;
  private static final int OFFSET_BITS = 31;
  private static final int MAX_LENGTH = (1 << LENGTH_BITS) - 1;

  private final byte[][] blobs;
  private final long[] positions;

  TextColumn(byte[][] blobs, long[] positions) {
    this.blobs = blobs;
    this.positions = positions;
  }

  @Override
  public int size() {
    return positions.length;
  }

  @Override
  public long key(int row) {
    long position = positions[row];
    int length = (int) position & MAX_LENGTH;
    int from = offset(position);
    return length == 0 ? 0 : Hashing.of(blobs[blob(position)], from, from + length);
  }

  @Override
  public boolean missing(int row) {
    return ((int) positions[row] & MAX_LENGTH) == 0;
  }

  @Override
  public String text(int row) {
    long position = positions[row];
    return new String(
        blobs[blob(position)],
        offset(position),
        (int) position & MAX_LENGTH,
        StandardCharsets.UTF_8);
  }

  /**
   * Writes a row's UTF-8 text, {@link #length} bytes, to {@code out} at {@code at} and returns the
   * position behind it.
   */
  public int copy(int row, byte[] out, int at) {
    long position = positions[row];
    int length = (int) position & MAX_LENGTH;
    System.arraycopy(blobs[blob(position)], offset(position), out, at, length);
    return at + length;
  }

  public int length(int row) {
    return (int) positions[row] & MAX_LENGTH;
  }

  private static int blob(long position) {
    return (int) (position >>> LENGTH_BITS + OFFSET_BITS);
  }

  private static int offset(long position) {
    return (int) (position >>> LENGTH_BITS) & Integer.MAX_VALUE;
  }

  byte[][] blobs() {
    return blobs;
  }

  long[] positions() {
    return positions;
  }

  static final class Builder implements ColumnBuilder {
    private static final int BLOB = 1 << 22;
    private static final int CHUNK = 1 << 28;

    private final boolean fold;
    private final List<byte[]> full = new ArrayList<>();
    private byte[] blob;
    private int used;
    private long[] positions;
    private int size;

    Builder(int expectedRows, boolean fold) {
      positions = new long[expectedRows];
      blob = new byte[Math.min(BLOB, Math.max(64, expectedRows * 12))];
      this.fold = fold;
    }

    @Override
    public void add(byte[] utf8, int from, int to) {
      if (fold && to > from) {
        byte[] folded = Text.folded(utf8, from, to);
        append(folded, 0, Text.isPlaceholder(folded) ? 0 : folded.length);
      } else {
        append(utf8, from, to);
      }
    }

    private void append(byte[] utf8, int from, int to) {
      if (size == positions.length) {
        positions = Arrays.copyOf(positions, Growth.next(size));
      }
      int length = Math.min(to - from, MAX_LENGTH);
      if (used + length > blob.length) {
        if (used > 0) {
          full.add(Arrays.copyOf(blob, used));
        }
        blob = new byte[Math.max(Math.min(BLOB, 2 * blob.length), length)];
        used = 0;
      }
      System.arraycopy(utf8, from, blob, used, length);
      positions[size++] =
          ((long) full.size() << LENGTH_BITS + OFFSET_BITS) | ((long) used << LENGTH_BITS) | length;
      used += length;
    }

    @Override
    public Column build() {
      return join(List.of(this));
    }

    @Override
    public Column join(List<? extends ColumnBuilder> parts) {
      int total = 0;
      List<byte[]> blobs = new ArrayList<>();
      for (ColumnBuilder part : parts) {
        Builder from = (Builder) part;
        total += from.size;
        blobs.addAll(from.full);
        blobs.add(Arrays.copyOf(from.blob, from.used));
      }
      long[] starts = new long[blobs.size()];
      byte[][] chunks = chunks(blobs, starts);
      long[] joined = new long[total];
      int at = 0;
      int firstBlob = 0;
      for (ColumnBuilder part : parts) {
        Builder from = (Builder) part;
        for (int i = 0; i < from.size; i++) {
          long position = from.positions[i];
          long within = position & (1L << LENGTH_BITS + OFFSET_BITS) - 1;
          joined[at++] = starts[firstBlob + blob(position)] + within;
        }
        firstBlob += from.full.size() + 1;
      }
      return new TextColumn(chunks, joined);
    }

    /** Copies many blobs into few; {@code starts} receives the position at which each begins. */
    private static byte[][] chunks(List<byte[]> blobs, long[] starts) {
      List<byte[]> chunks = new ArrayList<>();
      for (int first = 0; first < blobs.size(); ) {
        int next = first;
        long size = 0;
        while (next < blobs.size() && (next == first || size + blobs.get(next).length <= CHUNK)) {
          starts[next] = ((long) chunks.size() << LENGTH_BITS + OFFSET_BITS) | size << LENGTH_BITS;
          size += blobs.get(next++).length;
        }
        byte[] chunk = new byte[(int) size];
        for (int i = first, at = 0; i < next; at += blobs.get(i++).length) {
          System.arraycopy(blobs.get(i), 0, chunk, at, blobs.get(i).length);
        }
        chunks.add(chunk);
        first = next;
      }
      return chunks.toArray(new byte[0][]);
    }
  }
}
