package org.censusflow.crosscheck.recheck;

import org.censusflow.registration.question.AnswerFindings;

/**
 * A decision about a difference that cannot be taken as submitted. The message is Chinese, for the
 * officer.
 */
public class DecisionRefused extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient AnswerFindings found;

  public DecisionRefused(String message) {
    this(message, AnswerFindings.NONE);
  }

  DecisionRefused(String message, AnswerFindings found) {
    super(message);
    this.found = found;
  }

  /** What the checks find in the household's answers; nothing when that is not the reason. */
  AnswerFindings found() {
    return found;
  }
}
