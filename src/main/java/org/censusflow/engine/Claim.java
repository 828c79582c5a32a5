package org.censusflow.engine;

import java.util.Collection;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.impl.identity.Authentication;

/** Rules about who completes a task: it must be claimed, by the one who completes it. */
public final class Claim {

  private Claim() {}

  /**
   * The account that completes the task.
   *
   * @throws TaskRefused when nobody has claimed the task, or somebody else has
   */
  public static String by(DelegateTask task) {
    String claimed = task.getAssignee();
    Authentication caller =
        task.getProcessEngineServices().getIdentityService().getCurrentAuthentication();
    if (claimed == null || caller != null && !claimed.equals(caller.getUserId())) {
      throw new TaskRefused("CF-E130 请先认领任务，由认领人本人完成。");
    }
    return claimed;
  }

  /**
   * @throws TaskRefused when somebody has claimed the task who did one of the earlier tasks
   */
  public static String notByWhoDid(DelegateTask task, String... earlier) {
    String claimed = by(task);
    for (String key : earlier) {
      if (claimed.equals(CompletedTasks.completedBy(task.getExecution(), key))) {
        throw new TaskRefused("CF-E131 办理前一环节的人不能办理本任务，请由另一人办理。");
      }
    }
    return claimed;
  }

  /**
   * @param who what the named people are called, in Chinese
   * @throws TaskRefused unless one of these accounts has claimed the task
   */
  public static String byOneOf(DelegateTask task, Collection<String> accounts, String who) {
    String claimed = by(task);
    if (!accounts.contains(claimed)) {
      throw new TaskRefused("CF-E132 本任务只能由" + who + "办理。");
    }
    return claimed;
  }
}
