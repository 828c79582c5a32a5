package org.censusflow.base.task;

import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.impl.cmd.AbstractSetTaskPropertyCmd;
import org.camunda.bpm.engine.impl.cmd.AssignTaskCmd;
import org.camunda.bpm.engine.impl.cmd.ClaimTaskCmd;
import org.camunda.bpm.engine.impl.cmd.CompleteTaskCmd;
import org.camunda.bpm.engine.impl.cmd.CreateAttachmentCmd;
import org.camunda.bpm.engine.impl.cmd.CreateTaskCmd;
import org.camunda.bpm.engine.impl.cmd.DelegateTaskCmd;
import org.camunda.bpm.engine.impl.cmd.DeleteAttachmentCmd;
import org.camunda.bpm.engine.impl.cmd.DeleteIdentityLinkCmd;
import org.camunda.bpm.engine.impl.cmd.DeleteProcessInstanceCommentCmd;
import org.camunda.bpm.engine.impl.cmd.DeleteTaskCmd;
import org.camunda.bpm.engine.impl.cmd.DeleteTaskCommentCmd;
import org.camunda.bpm.engine.impl.cmd.HandleTaskBpmnErrorCmd;
import org.camunda.bpm.engine.impl.cmd.HandleTaskEscalationCmd;
import org.camunda.bpm.engine.impl.cmd.PatchTaskVariablesCmd;
import org.camunda.bpm.engine.impl.cmd.RemoveTaskVariablesCmd;
import org.camunda.bpm.engine.impl.cmd.SaveAttachmentCmd;
import org.camunda.bpm.engine.impl.cmd.SaveTaskCmd;
import org.camunda.bpm.engine.impl.cmd.SetTaskVariablesCmd;
import org.camunda.bpm.engine.impl.cmd.SubmitTaskFormCmd;
import org.camunda.bpm.engine.impl.cmd.UpdateCommentCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.censusflow.base.operations.CommandField;

/**
 * The task contract, by whatever way a command comes: whoever has claimed a task works on it, with
 * what its form submits; members of the groups that the model names claim it; and nothing else
 * changes it from outside. The engine's own right is one for all of that. The program itself (a
 * job, a step) is trusted here; that nobody completes what nobody has claimed, and nobody what they
 * may not, {@link TaskCompletionRules} holds for it too.
 */
public class TaskGuard extends CommandInterceptor {

  private static final CommandField COMPLETED = CommandField.of(CompleteTaskCmd.class, "taskId");
  private static final CommandField COMPLETED_WITH =
      CommandField.of(CompleteTaskCmd.class, "variables");
  private static final CommandField SUBMITTED = CommandField.of(SubmitTaskFormCmd.class, "taskId");
  private static final CommandField SUBMITTED_WITH =
      CommandField.of(SubmitTaskFormCmd.class, "properties");
  private static final CommandField CLAIMED = CommandField.of(ClaimTaskCmd.class, "taskId");
  private static final CommandField CLAIMED_FOR = CommandField.of(ClaimTaskCmd.class, "userId");
  private static final CommandField ASSIGNED = CommandField.of(AssignTaskCmd.class, "taskId");
  private static final CommandField ASSIGNED_TO = CommandField.of(AssignTaskCmd.class, "userId");

  /** What nobody does to a task from outside, an administrator neither. */
  public static final Set<Class<?>> NOBODY =
      Set.of(
          AbstractSetTaskPropertyCmd.class,
          DelegateTaskCmd.class,
          DeleteIdentityLinkCmd.class,
          CreateTaskCmd.class,
          SaveTaskCmd.class,
          DeleteTaskCmd.class,
          RemoveTaskVariablesCmd.class,
          HandleTaskBpmnErrorCmd.class,
          HandleTaskEscalationCmd.class,
          CreateAttachmentCmd.class,
          SaveAttachmentCmd.class,
          DeleteAttachmentCmd.class,
          UpdateCommentCmd.class,
          DeleteTaskCommentCmd.class,
          DeleteProcessInstanceCommentCmd.class);

  @Override
  public <T> T execute(Command<T> command) {
    TaskCaller caller = TaskCaller.current();
    if (caller == null) {
      return next.execute(command);
    }
    if (command instanceof CompleteTaskCmd) {
      check(caller, COMPLETED.text(command), values(COMPLETED_WITH, command));
      return next.execute(command);
    }
    if (command instanceof SubmitTaskFormCmd) {
      check(caller, SUBMITTED.text(command), values(SUBMITTED_WITH, command));
      return next.execute(command);
    }
    if (command instanceof SetTaskVariablesCmd || command instanceof PatchTaskVariablesCmd) {
      SavedForm.of(command).check(caller);
      return caller.trusted(() -> next.execute(command));
    }
    if (command instanceof ClaimTaskCmd) {
      checkAssignee(caller, CLAIMED.text(command), CLAIMED_FOR.text(command));
      return caller.trusted(() -> next.execute(command));
    }
    if (command instanceof AssignTaskCmd) {
      checkAssignee(caller, ASSIGNED.text(command), ASSIGNED_TO.text(command));
      return caller.trusted(() -> next.execute(command));
    }
    if (NOBODY.stream().anyMatch(type -> type.isInstance(command))) {
      throw refused();
    }
    return next.execute(command);
  }

  /** For whoever completes, submits or resolves a task. */
  private static void check(TaskCaller caller, String taskId, Map<String, ?> submitted) {
    TaskContract.of(caller.claimed(taskId)).form().check(submitted);
  }

  /** Own claims and giving them back are free; an administrator does both for others. */
  private static void checkAssignee(TaskCaller caller, String taskId, String user) {
    TaskEntity task = caller.seen(taskId);
    String now = task.getAssignee();
    boolean administrator = caller.isAdministrator();
    if (user == null) {
      if (!administrator && now != null && !now.equals(caller.user())) {
        throw refused();
      }
      return;
    }
    if (!user.equals(caller.user()) && !administrator) {
      throw refused();
    }
    if (now != null && !now.equals(user) && !administrator) {
      throw new AuthorizationException("CF-E154 这项任务已由他人认领，请刷新任务列表。");
    }
    boolean candidate =
        user.equals(caller.user()) ? caller.isCandidate(task) : caller.isCandidate(task, user);
    if (!candidate && !user.equals(now)) {
      throw new AuthorizationException(
          "CF-E155 这项任务只能由流程指定的单位或者人员认领：请由他们的账号认领；需要换人办理的，由普查办负责人在这些单位、人员中改派。");
    }
  }

  private static AuthorizationException refused() {
    return new AuthorizationException("CF-E153 任务的办理人、候选单位、期限等由流程确定，不能改动。需要换人办理的，由普查办负责人改派。");
  }

  @SuppressWarnings("unchecked")
  private static Map<String, ?> values(CommandField field, Object command) {
    return (Map<String, ?>) field.in(command);
  }
}
