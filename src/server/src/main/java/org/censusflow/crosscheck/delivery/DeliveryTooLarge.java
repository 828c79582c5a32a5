package org.censusflow.crosscheck.delivery;

/** A part or a file beyond what is taken. Nothing was changed. The message is Chinese. */
public class DeliveryTooLarge extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public DeliveryTooLarge(String message) {
    super(message);
  }
}
