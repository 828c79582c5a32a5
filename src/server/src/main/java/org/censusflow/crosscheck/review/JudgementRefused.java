package org.censusflow.crosscheck.review;

/** An answer that cannot be taken as submitted. The message is Chinese, for the officer. */
public class JudgementRefused extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public JudgementRefused(String message) {
    super(message);
  }
}
