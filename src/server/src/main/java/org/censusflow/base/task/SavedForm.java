package org.censusflow.base.task;

import java.util.Collection;
import java.util.Map;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.impl.cmd.AbstractPatchVariablesCmd;
import org.camunda.bpm.engine.impl.cmd.AbstractSetVariableCmd;
import org.camunda.bpm.engine.impl.cmd.AbstractVariableCmd;
import org.camunda.bpm.engine.impl.cmd.PatchTaskVariablesCmd;
import org.censusflow.base.engine.TaskRefused;
import org.censusflow.base.form.FormContract;
import org.censusflow.base.operations.CommandField;

/**
 * What somebody saves of a task before completing it. It goes where the completed form would, so
 * the same holds for it; a value of the task alone would be read by rules and lost to the process.
 *
 * @param local whether it would be a value of the task alone
 * @param deletes whether something would be taken away
 */
record SavedForm(String taskId, Map<String, ?> values, boolean local, boolean deletes) {

  private static final CommandField PATCHED =
      CommandField.of(AbstractPatchVariablesCmd.class, "entityId");
  private static final CommandField PATCHED_WITH =
      CommandField.of(AbstractPatchVariablesCmd.class, "variables");
  private static final CommandField DELETED =
      CommandField.of(AbstractPatchVariablesCmd.class, "deletions");
  private static final CommandField PATCHED_LOCAL =
      CommandField.of(AbstractPatchVariablesCmd.class, "isLocal");
  private static final CommandField SET = CommandField.of(AbstractVariableCmd.class, "entityId");
  private static final CommandField SET_LOCAL =
      CommandField.of(AbstractVariableCmd.class, "isLocal");
  private static final CommandField SET_TO =
      CommandField.of(AbstractSetVariableCmd.class, "variables");

  @SuppressWarnings("unchecked")
  static SavedForm of(Object command) {
    if (command instanceof PatchTaskVariablesCmd) {
      Collection<String> deleted = (Collection<String>) DELETED.in(command);
      return new SavedForm(
          PATCHED.text(command),
          (Map<String, ?>) PATCHED_WITH.in(command),
          (Boolean) PATCHED_LOCAL.in(command),
          deleted != null && !deleted.isEmpty());
    }
    return new SavedForm(
        SET.text(command),
        (Map<String, ?>) SET_TO.in(command),
        (Boolean) SET_LOCAL.in(command),
        false);
  }

  /**
   * @throws AuthorizationException unless the caller has claimed the task and saves what its form
   *     submits; the engine's REST would answer for every other exception that the server failed
   */
  void check(TaskCaller caller) {
    try {
      FormContract form = TaskContract.of(caller.claimed(taskId)).form();
      form.check(values);
      if (local || deletes) {
        throw new TaskRefused("CF-E151 任务里只能保存表单的内容。请刷新页面后按表单填写。");
      }
    } catch (TaskRefused refused) {
      throw new AuthorizationException(refused.getMessage());
    }
  }
}
