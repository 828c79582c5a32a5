package org.censusflow.registration.intake;

/** A file or a form that was not taken in at all. The message is Chinese and says what to do. */
public class IntakeRefused extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public IntakeRefused(String message) {
    super(message);
  }
}
