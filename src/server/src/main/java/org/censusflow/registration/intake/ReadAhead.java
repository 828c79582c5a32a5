package org.censusflow.registration.intake;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/** Reads and checks the next chunks on a thread of its own while one is being stored. */
final class ReadAhead implements AutoCloseable {

  private static final int CHUNKS = 2;

  /** A chunk, the end, or what went wrong. */
  private record Step(Chunk chunk, Throwable failure) {}

  private final BlockingQueue<Step> steps = new ArrayBlockingQueue<>(CHUNKS);
  private final Thread thread;

  ReadAhead(ChunkReader chunks) {
    thread = new Thread(() -> read(chunks), "intake-reader");
    thread.setDaemon(true);
    thread.start();
  }

  private void read(ChunkReader chunks) {
    try {
      Chunk chunk;
      do {
        chunk = chunks.next();
        steps.put(new Step(chunk, null));
      } while (chunk != null);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (Throwable e) {
      fail(e);
    }
  }

  private void fail(Throwable e) {
    try {
      steps.put(new Step(null, e));
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /** The next chunk; null at the end. */
  Chunk next() throws IOException {
    try {
      Step step = steps.take();
      if (step.failure() instanceof IOException io) {
        throw io;
      }
      if (step.failure() != null) {
        throw new IllegalStateException("Reading failed", step.failure());
      }
      return step.chunk();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("Intake was interrupted");
    }
  }

  @Override
  public void close() {
    thread.interrupt();
    boolean interrupted = false;
    while (thread.isAlive()) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
