package org.censusflow.gateway.workflow;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.camunda.bpm.client.exception.ExternalTaskClientException;
import org.camunda.bpm.client.task.ExternalTask;
import org.camunda.bpm.client.task.ExternalTaskHandler;
import org.camunda.bpm.client.task.ExternalTaskService;
import org.censusflow.gateway.GatewayRefused;
import org.censusflow.gateway.HandOver;
import org.censusflow.gateway.ProgressLine;

/** Answers one request and tells the server so; keeps hold of it while the answer takes long. */
final class RequestWorker implements ExternalTaskHandler {

  /** Somebody has to act first: soon enough to be noticed, seldom enough to be quiet. */
  private static final long PAUSE = TimeUnit.MINUTES.toMillis(5);

  /** A failure with retries left raises no incident at the office: it is the department's. */
  private static final int RETRIES_LEFT = 1;

  private final HandOver handOver;
  private final ProgressLine progress;
  private final long lock;
  private final CountDownLatch end = new CountDownLatch(1);
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          work -> {
            Thread thread = new Thread(work, "lock-extender");
            thread.setDaemon(true);
            return thread;
          });

  RequestWorker(HandOver handOver, ProgressLine progress, long lock) {
    this.handOver = handOver;
    this.progress = progress;
    this.lock = lock;
  }

  @Override
  public void execute(ExternalTask task, ExternalTaskService service) {
    String request = task.getBusinessKey();
    ScheduledFuture<?> hold =
        timer.scheduleAtFixedRate(
            () -> extend(task, service), lock / 3, lock / 3, TimeUnit.MILLISECONDS);
    try {
      handOver.answer(task.getId(), request, task.getVariable("supply"), reason(task));
      hold.cancel(true);
      service.complete(task);
      handOver.forget(task.getId());
    } catch (GatewayRefused e) {
      progress.say(request + " 未能报送：" + e.getMessage());
      fail(task, service, e.getMessage());
    } catch (ExternalTaskClientException e) {
      // The delivery is at the server and the spool is kept: the next try ends at once.
      progress.say(request + " 已送达，但未能报告完成，将自动重试（" + e.getClass().getSimpleName() + "）");
    } catch (RuntimeException e) {
      progress.say(request + " 未能报送：CF-E664 程序出错（" + e.getClass().getName() + "）");
      fail(task, service, "CF-E664 The gateway failed: " + e.getClass().getName());
    } finally {
      hold.cancel(true);
    }
  }

  private static String reason(ExternalTask task) {
    Object reason = task.getVariable("returnReason");
    return reason == null ? null : reason.toString();
  }

  private void extend(ExternalTask task, ExternalTaskService service) {
    try {
      service.extendLock(task, lock);
    } catch (ExternalTaskClientException e) {
      // The server is away or the request is over; the upload or the completion will tell.
    }
  }

  private void fail(ExternalTask task, ExternalTaskService service, String message) {
    try {
      service.handleFailure(task, message, null, RETRIES_LEFT, PAUSE);
    } catch (ExternalTaskClientException e) {
      progress.say(task.getBusinessKey() + " 未能向服务器说明原因，请求将在锁定到期后重试");
    }
  }

  void awaitEnd() throws InterruptedException {
    end.await();
  }

  void close() {
    timer.shutdownNow();
  }
}
