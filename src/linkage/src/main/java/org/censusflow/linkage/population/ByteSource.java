package org.censusflow.linkage.population;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Bytes that can be read from any position by several threads. */
interface ByteSource extends Closeable {

  long length();

  /** Fills a buffer from {@code at} on with the {@code length} bytes at a position. */
  void read(long position, byte[] buffer, int at, int length) throws IOException;

  @Override
  default void close() throws IOException {}

  /** A file as it stands. */
  static ByteSource of(Path file) throws IOException {
    FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
    long size = channel.size();
    return new ByteSource() {
      @Override
      public long length() {
        return size;
      }

      @Override
      public void read(long position, byte[] buffer, int at, int length) throws IOException {
        ByteBuffer target = ByteBuffer.wrap(buffer, at, length);
        while (target.hasRemaining()) {
          if (channel.read(target, position + target.position() - at) < 0) {
            throw new EOFException("file became shorter while it was read");
          }
        }
      }

      @Override
      public void close() throws IOException {
        channel.close();
      }
    };
  }

  /** Bytes in memory. */
  static ByteSource of(byte[] bytes) {
    return new ByteSource() {
      @Override
      public long length() {
        return bytes.length;
      }

      @Override
      public void read(long position, byte[] buffer, int at, int length) {
        System.arraycopy(bytes, (int) position, buffer, at, length);
      }
    };
  }
}
