package org.censusflow.registration.question;

/** A step of a question that is against the rules; the message is Chinese and says why. */
public class QuestionRefused extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient AnswerFindings found;

  public QuestionRefused(String message) {
    this(message, AnswerFindings.NONE);
  }

  QuestionRefused(String message, AnswerFindings found) {
    super(message);
    this.found = found;
  }

  /** What the checks find in the household's new answers; nothing when that is not the reason. */
  AnswerFindings found() {
    return found;
  }
}
