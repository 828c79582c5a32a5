package org.censusflow.base.access;

/** A request whose free text names a number of a person; the message is Chinese and says where. */
public class FreeTextRefused extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public FreeTextRefused(String message) {
    super(message);
  }
}
