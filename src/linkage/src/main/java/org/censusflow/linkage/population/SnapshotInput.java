package org.censusflow.linkage.population;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.zip.CRC32C;

/** Reads what {@link SnapshotOutput} wrote, memory-mapped, after the checksum has been verified. */
final class SnapshotInput implements Closeable {

  private static final int CHECKSUM = 8;
  private static final long MAPPED_AT_ONCE = 1L << 30;

  private final FileChannel channel;
  private final long end;
  private long at;
  private long windowStart;
  private ByteBuffer window = ByteBuffer.allocate(0);

  SnapshotInput(Path file) throws IOException {
    channel = FileChannel.open(file, StandardOpenOption.READ);
    end = channel.size() - CHECKSUM;
    if (end < 0) {
      channel.close();
      throw new IOException("not a snapshot: too short");
    }
    verify();
  }

  private void verify() throws IOException {
    CRC32C checksum = new CRC32C();
    for (long from = 0; from < end; from += MAPPED_AT_ONCE) {
      checksum.update(map(from, Math.min(MAPPED_AT_ONCE, end - from)));
    }
    if (map(end, CHECKSUM).getLong() != checksum.getValue()) {
      channel.close();
      throw new IOException("snapshot is damaged: the checksum does not agree");
    }
  }

  private ByteBuffer map(long from, long length) throws IOException {
    return channel.map(FileChannel.MapMode.READ_ONLY, from, length).order(ByteOrder.LITTLE_ENDIAN);
  }

  /** The next bytes, out of a window that moves along. */
  private ByteBuffer next(long length) throws IOException {
    if (length < 0 || at + length > end) {
      throw new IOException("snapshot is damaged: it ends too early");
    }
    if (at + length > windowStart + window.limit()) {
      windowStart = at;
      window = map(at, Math.min(end - at, Math.max(length, MAPPED_AT_ONCE)));
    }
    ByteBuffer part =
        window.slice((int) (at - windowStart), (int) length).order(ByteOrder.LITTLE_ENDIAN);
    at += length;
    return part;
  }

  int getInt() throws IOException {
    return next(4).getInt();
  }

  String getText() throws IOException {
    return new String(getBytes(), StandardCharsets.UTF_8);
  }

  byte[] getBytes() throws IOException {
    byte[] values = new byte[length(1)];
    next(values.length).get(values);
    return values;
  }

  int[] getInts() throws IOException {
    int[] values = new int[length(4)];
    next(4L * values.length).asIntBuffer().get(values);
    return values;
  }

  long[] getLongs() throws IOException {
    long[] values = new long[length(8)];
    next(8L * values.length).asLongBuffer().get(values);
    return values;
  }

  private int length(int width) throws IOException {
    int length = getInt();
    if (length < 0 || (long) length * width > end - at) {
      throw new IOException("snapshot is damaged: it ends too early");
    }
    return length;
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
