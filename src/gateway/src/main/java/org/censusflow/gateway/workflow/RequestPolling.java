package org.censusflow.gateway.workflow;

import java.util.concurrent.TimeUnit;
import org.camunda.bpm.client.ExternalTaskClient;
import org.camunda.bpm.client.interceptor.auth.BasicAuthProvider;
import org.censusflow.gateway.GatewayConfig;
import org.censusflow.gateway.HandOver;
import org.censusflow.gateway.ProgressLine;

/**
 * Waits for requests to its department and answers them, one after another. What a crash left
 * half-done is taken up first.
 */
public final class RequestPolling {

  private static final long LOCK = TimeUnit.SECONDS.toMillis(60);

  /** A due retry does not wake a waiting poll, so polls are short. */
  private static final long POLL = TimeUnit.SECONDS.toMillis(4);

  private RequestPolling() {}

  /**
   * Runs until the calling thread is interrupted.
   *
   * @throws org.censusflow.gateway.GatewayRefused when the server refuses the account
   */
  public static void run(GatewayConfig config, ProgressLine progress) throws InterruptedException {
    String worker = "gateway." + config.district() + "-" + config.unit();
    RequestWorker handler = new RequestWorker(new HandOver(config, progress), progress, LOCK);
    new LeftLocks(config, worker).release();
    ExternalTaskClient client =
        ExternalTaskClient.create()
            .baseUrl(config.server() + "/engine-rest")
            .workerId(worker)
            .maxTasks(1)
            .lockDuration(LOCK)
            .asyncResponseTimeout(POLL)
            .backoffStrategy(new PollPause(progress))
            .addInterceptor(new BasicAuthProvider(config.user(), config.password()))
            .build();
    try {
      client.subscribe(config.topic()).handler(handler).open();
      progress.say("已连接 " + config.server() + "，等待请求（" + config.topic() + "）");
      handler.awaitEnd();
    } finally {
      client.stop();
      handler.close();
    }
  }
}
