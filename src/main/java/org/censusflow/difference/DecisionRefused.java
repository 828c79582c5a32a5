package org.censusflow.difference;

/**
 * A decision about a difference that cannot be taken as submitted. The message is Chinese, for the
 * officer.
 */
public class DecisionRefused extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public DecisionRefused(String message) {
    super(message);
  }
}
