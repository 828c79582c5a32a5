package org.censusflow.gateway;

/**
 * What stops a delivery until somebody at the department acts; the message is Chinese, numbered,
 * and holds no record.
 */
public class GatewayRefused extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public GatewayRefused(String message) {
    super(message);
  }

  public GatewayRefused(String message, Throwable cause) {
    super(message, cause);
  }
}
