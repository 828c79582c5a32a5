package org.censusflow.linkage;

/**
 * A comparison that would look at more pairs than it may; the message says which rule to sharpen.
 */
public final class TooManyPairs extends IllegalArgumentException {

  private static final long serialVersionUID = 1;

  public TooManyPairs(String message) {
    super(message);
  }
}
