package org.censusflow.compare;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.Supplier;

/**
 * A file that several threads write at once, in parts of a given order. A part's place is known as
 * soon as the parts before it have been made; nobody waits for them to be written.
 */
final class OrderedFile implements Closeable {

  private final FileChannel channel;
  private long end;
  private int next;
  private boolean failed;

  OrderedFile(Path file, byte[] header) throws IOException {
    channel =
        FileChannel.open(
            file,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE);
    write(ByteBuffer.wrap(header), 0);
    end = header.length;
  }

  /**
   * Makes and writes a part. Parts must be begun in their order, from 0 on, or it waits for ever.
   *
   * @param maker what it throws is thrown here, and whoever waits for the part stops waiting
   * @throws UncheckedIOException when the file cannot be written
   */
  void append(int part, Supplier<ByteBuffer> maker) {
    boolean placed = false;
    try {
      ByteBuffer content = maker.get();
      long at = place(part, content.remaining());
      placed = true;
      write(content, at);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      if (!placed) {
        fail();
      }
    }
  }

  private synchronized long place(int part, int length) throws IOException {
    try {
      while (next != part && !failed) {
        wait();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
    if (failed) {
      throw new IOException("a part before could not be made");
    }
    long at = end;
    end += length;
    next++;
    notifyAll();
    return at;
  }

  /** Nobody is to wait for a part that will never come. */
  private synchronized void fail() {
    failed = true;
    notifyAll();
  }

  private void write(ByteBuffer content, long at) throws IOException {
    int start = content.position();
    while (content.hasRemaining()) {
      channel.write(content, at + content.position() - start);
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
