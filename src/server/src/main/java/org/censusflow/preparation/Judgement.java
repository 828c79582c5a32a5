package org.censusflow.preparation;

import java.time.Instant;
import org.censusflow.base.data.Params;

/**
 * What a checker said about somebody's work.
 *
 * @param agreed whether it stands; otherwise it goes back
 * @param reason why it goes back; empty when it stands
 * @param maker account that did the work
 * @param checker account that judged it
 */
public record Judgement(boolean agreed, String reason, String maker, String checker) {

  /** The reason, or null when the work stands. */
  String returnReason() {
    return agreed ? null : reason;
  }

  /**
   * The judgement as parameters: {@code maker}, {@code checker}, {@code returnReason}, {@code
   * status}, {@code agreedAt} and how many times more the work went back, {@code returned}.
   *
   * @param stands the status of what stands
   * @param back the status of what goes back
   */
  Params params(String stands, String back, Instant now) {
    return Params.of("maker", maker)
        .and("checker", checker)
        .and("returnReason", returnReason())
        .and("status", agreed ? stands : back)
        .and("agreedAt", agreed ? now : null)
        .and("returned", agreed ? 0 : 1);
  }
}
