package org.censusflow.base.task;

import java.util.Collection;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.censusflow.base.engine.TaskRefused;

/** Who completes a task: whoever has claimed it, in person. */
public final class Claim {

  static final String FIRST = "CF-E130 请先认领任务，由认领人本人完成。";

  private Claim() {}

  /**
   * The account that completes the task. Where the program itself completes it, that is the account
   * that has claimed it.
   *
   * @throws TaskRefused when nobody has claimed the task, or somebody else has
   */
  public static String by(DelegateTask task) {
    String claimed = task.getAssignee();
    Authentication caller =
        task.getProcessEngineServices().getIdentityService().getCurrentAuthentication();
    if (claimed == null || caller != null && !claimed.equals(caller.getUserId())) {
      throw new TaskRefused(FIRST);
    }
    return claimed;
  }

  /**
   * @param who what the named people are called, in Chinese
   * @throws TaskRefused unless one of these accounts completes the task
   */
  public static String byOneOf(DelegateTask task, Collection<String> accounts, String who) {
    String claimed = by(task);
    if (!accounts.contains(claimed)) {
      throw new TaskRefused("CF-E132 本任务只能由" + who + "办理。");
    }
    return claimed;
  }
}
