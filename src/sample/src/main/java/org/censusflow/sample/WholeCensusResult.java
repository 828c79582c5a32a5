package org.censusflow.sample;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import org.springframework.stereotype.Component;

/** How the whole sample census went, once it is over. */
@Component
public class WholeCensusResult {

  private final CompletableFuture<Outcome> outcome = new CompletableFuture<>();

  /**
   * How it went.
   *
   * @param complete whether the census is over, every process has run, nothing is left to do and no
   *     incident stands
   * @param table process, instances, tasks by unit, late, escalated
   */
  public record Outcome(boolean complete, String table) {}

  public Future<Outcome> outcome() {
    return outcome;
  }

  public void reached(boolean complete, String table) {
    outcome.complete(new Outcome(complete, table));
  }

  /** The run broke off. */
  public void failed(Throwable cause) {
    outcome.completeExceptionally(cause);
  }
}
