package org.censusflow.delivery;

/**
 * A delivery that could not be taken in at all. The message is Chinese and says what the department
 * should do.
 */
public class DeliveryRefused extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public DeliveryRefused(String message) {
    super(message);
  }
}
