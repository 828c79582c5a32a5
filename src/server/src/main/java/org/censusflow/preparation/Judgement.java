package org.censusflow.preparation;

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
}
