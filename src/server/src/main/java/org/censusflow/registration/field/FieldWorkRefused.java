package org.censusflow.registration.field;

/** Field work that cannot be recorded as submitted. The message is Chinese, for the officer. */
public class FieldWorkRefused extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public FieldWorkRefused(String message) {
    super(message);
  }
}
