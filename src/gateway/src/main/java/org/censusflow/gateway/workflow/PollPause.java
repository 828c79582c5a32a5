package org.censusflow.gateway.workflow;

import java.util.List;
import org.camunda.bpm.client.backoff.ErrorAwareBackoffStrategy;
import org.camunda.bpm.client.backoff.ExponentialErrorBackoffStrategy;
import org.camunda.bpm.client.exception.ExternalTaskClientException;
import org.camunda.bpm.client.task.ExternalTask;
import org.censusflow.gateway.ProgressLine;

/** Waits longer from failure to failure, and tells once that the server is away or back. */
final class PollPause implements ErrorAwareBackoffStrategy {

  private static final long FIRST_WAIT = 500;
  private static final float FACTOR = 2;
  private static final long LONGEST_WAIT = 15_000;

  private final ErrorAwareBackoffStrategy waits =
      new ExponentialErrorBackoffStrategy(FIRST_WAIT, FACTOR, LONGEST_WAIT);
  private final ProgressLine progress;
  private boolean away;

  PollPause(ProgressLine progress) {
    this.progress = progress;
  }

  @Override
  public void reconfigure(List<ExternalTask> tasks, ExternalTaskClientException failure) {
    waits.reconfigure(tasks, failure);
    if (away != (failure != null)) {
      away = failure != null;
      progress.say(away ? "服务器没有应答或拒绝领取请求，程序会继续重试" : "服务器已恢复");
    }
  }

  @Override
  public long calculateBackoffTime() {
    return waits.calculateBackoffTime();
  }
}
