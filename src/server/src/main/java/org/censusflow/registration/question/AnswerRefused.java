package org.censusflow.registration.question;

/** Answers that the checks refuse and that are therefore not written. */
public class AnswerRefused extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public AnswerRefused(String message) {
    super(message);
  }
}
