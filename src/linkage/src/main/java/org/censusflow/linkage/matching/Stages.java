package org.censusflow.linkage.matching;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CancellationException;

/** Measures the stages of a run and asks after each whether to go on. */
public final class Stages {

  /** Hears of a stage's end and says whether to go on. */
  @FunctionalInterface
  public interface Listener {
    boolean ended(String stage, long millis);
  }

  private final Listener listener;
  private final Map<String, Long> millis = new LinkedHashMap<>();
  private long since = System.nanoTime();

  public Stages(Listener listener) {
    this.listener = listener;
  }

  /** Ends the stage that has run since the last call. */
  public void end(String stage) {
    long now = System.nanoTime();
    long took = (now - since) / 1_000_000;
    since = now;
    millis.merge(stage, took, Long::sum);
    if (!listener.ended(stage, took)) {
      throw new CancellationException("cancelled after " + stage);
    }
  }

  /** Milliseconds by stage, in order. */
  public Map<String, Long> millis() {
    return millis;
  }
}
