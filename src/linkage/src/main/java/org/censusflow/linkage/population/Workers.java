package org.censusflow.linkage.population;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntConsumer;

/**
 * Runs numbered tasks on a few threads. What a task does must depend on its number only, never on
 * the thread or the order, so that results are the same for any number of threads.
 */
public final class Workers {

  private final int threads;

  public Workers(int threads) {
    if (threads < 1) {
      throw new IllegalArgumentException("at least one thread is needed");
    }
    this.threads = threads;
  }

  /** As many threads as the machine has processors. */
  public static Workers all() {
    return new Workers(Runtime.getRuntime().availableProcessors());
  }

  public int threads() {
    return threads;
  }

  /**
   * Runs tasks 0 to {@code tasks - 1} and returns when all are done; the first failure ends the run
   * and is thrown.
   */
  public void run(int tasks, IntConsumer task) {
    AtomicInteger next = new AtomicInteger();
    AtomicReference<Throwable> failure = new AtomicReference<>();
    Runnable loop =
        () -> {
          try {
            for (int i = next.getAndIncrement();
                i < tasks && failure.get() == null;
                i = next.getAndIncrement()) {
              task.accept(i);
            }
          } catch (Throwable thrown) {
            failure.compareAndSet(null, thrown);
          }
        };
    Thread[] helpers =
        new Thread[Math.min(threads, tasks) - 1 < 0 ? 0 : Math.min(threads, tasks) - 1];
    for (int i = 0; i < helpers.length; i++) {
      helpers[i] = new Thread(loop, "comparison-" + i);
      helpers[i].setDaemon(true);
      helpers[i].start();
    }
    loop.run();
    join(helpers);
    rethrow(failure.get());
  }

  private static void join(Thread[] helpers) {
    boolean interrupted = false;
    for (Thread helper : helpers) {
      while (helper.isAlive()) {
        try {
          helper.join();
        } catch (InterruptedException e) {
          interrupted = true;
        }
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private static void rethrow(Throwable failure) {
    if (failure instanceof RuntimeException unchecked) {
      throw unchecked;
    }
    if (failure instanceof Error error) {
      throw error;
    }
    if (failure != null) {
      throw new IllegalStateException(failure);
    }
  }
}
