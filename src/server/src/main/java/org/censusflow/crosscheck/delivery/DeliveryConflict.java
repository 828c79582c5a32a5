package org.censusflow.crosscheck.delivery;

/**
 * A call that contradicts what the delivery already is: another part under the same number, a part
 * for a closed delivery. Nothing was changed. The message is Chinese.
 */
public class DeliveryConflict extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public DeliveryConflict(String message) {
    super(message);
  }
}
