package org.censusflow.gateway.workflow;

import org.censusflow.gateway.GatewayConfig;
import org.censusflow.gateway.Server;

/** Gives back what this gateway held when it was stopped, so that it need not wait for itself. */
final class LeftLocks {

  private final Server server;
  private final String worker;

  LeftLocks(GatewayConfig config, String worker) {
    this.server = new Server(config);
    this.worker = worker;
  }

  void release() {
    server
        .get("/engine-rest/external-task?locked=true&workerId=" + worker)
        .forEach(
            task ->
                server.post("/engine-rest/external-task/" + task.path("id").asText() + "/unlock"));
  }
}
