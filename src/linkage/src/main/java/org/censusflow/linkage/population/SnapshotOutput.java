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

/** Writes numbers, text and arrays in little-endian order and keeps the checksum. */
final class SnapshotOutput implements Closeable {

  private final FileChannel channel;
  private final CRC32C checksum = new CRC32C();
  private final ByteBuffer buffer = ByteBuffer.allocate(1 << 20).order(ByteOrder.LITTLE_ENDIAN);

  SnapshotOutput(Path file) throws IOException {
    channel =
        FileChannel.open(
            file,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE);
  }

  void putInt(int value) throws IOException {
    room(4);
    buffer.putInt(value);
  }

  void putText(String text) throws IOException {
    put(text.getBytes(StandardCharsets.UTF_8));
  }

  void put(byte[] values) throws IOException {
    putInt(values.length);
    for (int at = 0; at < values.length; ) {
      room(1);
      int some = Math.min(buffer.remaining(), values.length - at);
      buffer.put(values, at, some);
      at += some;
    }
  }

  void put(int[] values) throws IOException {
    putInt(values.length);
    for (int value : values) {
      putInt(value);
    }
  }

  void put(long[] values) throws IOException {
    putInt(values.length);
    for (long value : values) {
      room(8);
      buffer.putLong(value);
    }
  }

  private void room(int bytes) throws IOException {
    if (buffer.remaining() < bytes) {
      flush();
    }
  }

  private void flush() throws IOException {
    buffer.flip();
    checksum.update(buffer.duplicate());
    while (buffer.hasRemaining()) {
      channel.write(buffer);
    }
    buffer.clear();
  }

  /** Ends the file with the checksum of everything before it. */
  @Override
  public void close() throws IOException {
    try (channel) {
      flush();
      buffer.putLong(checksum.getValue());
      buffer.flip();
      while (buffer.hasRemaining()) {
        channel.write(buffer);
      }
    }
  }
}
