package org.censusflow.linkage;

/**
 * Hears how far a comparison is and may stop it. Called from the thread that started the
 * comparison.
 */
@FunctionalInterface
public interface ComparisonProgress {

  /** A progress that hears nothing and never stops. */
  ComparisonProgress NONE = (stage, millis) -> true;

  /**
   * A stage has ended.
   *
   * @param stage the stage's name, as in {@code id-join}
   * @param millis how long it took
   * @return whether to go on; {@code false} ends the comparison with {@link
   *     java.util.concurrent.CancellationException}
   */
  boolean stageEnded(String stage, long millis);
}
