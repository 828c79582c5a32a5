package org.censusflow.crosscheck.delivery;

/**
 * A delivery that could not be taken in at all. The message is Chinese and says what the department
 * should do.
 */
public class DeliveryRefused extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public DeliveryRefused(String message) {
    super(message);
  }

  static DeliveryRefused requestClosed() {
    return new DeliveryRefused("CF-E601 该请求已办结，不再接收交付。请核对请求编号；确需补交的，由区普查办和资料提供单位另行商定。");
  }
}
