package org.censusflow.registration;

/** A step of a question that is against the rules; the message is Chinese and says why. */
public class QuestionRefused extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public QuestionRefused(String message) {
    super(message);
  }
}
