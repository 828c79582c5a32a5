package org.censusflow.governance.workflow;

import java.util.Collection;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.censusflow.engine.TaskRefused;

/**
 * Rules about who completes a task, which need to know: it must be claimed, by who completes it.
 */
final class Claimed {

  private Claimed() {}

  /**
   * The account that completes the task.
   *
   * @throws TaskRefused when nobody has claimed the task, or somebody else has
   */
  static String by(DelegateTask task) {
    String claimed = task.getAssignee();
    Authentication caller =
        task.getProcessEngineServices().getIdentityService().getCurrentAuthentication();
    if (claimed == null || caller != null && !claimed.equals(caller.getUserId())) {
      throw new TaskRefused("CF-E701 请先认领任务，由认领人本人完成。");
    }
    return claimed;
  }

  /**
   * @throws TaskRefused unless one of these accounts has claimed the task
   */
  static void byOneOf(DelegateTask task, Collection<String> accounts, String who) {
    if (!accounts.contains(by(task))) {
      throw new TaskRefused("CF-E702 本任务只能由" + who + "办理。");
    }
  }

  /**
   * @throws TaskRefused when the one who did the earlier step has claimed this one as well
   */
  static void notBy(DelegateTask task, Object earlier, String what) {
    if (by(task).equals(earlier)) {
      throw new TaskRefused("CF-E703 " + what + "的人不能办理本任务，请由另一人办理。");
    }
  }
}
