package org.censusflow.gateway;

import org.censusflow.gateway.workflow.RequestPolling;

/** The program at a department. */
public final class Gateway {

  private Gateway() {}

  /**
   * Waits for requests and answers them until the calling thread is interrupted.
   *
   * @throws GatewayRefused when the server refuses the account
   */
  public static void run(GatewayConfig config, ProgressLine progress) throws InterruptedException {
    RequestPolling.run(config, progress);
  }
}
