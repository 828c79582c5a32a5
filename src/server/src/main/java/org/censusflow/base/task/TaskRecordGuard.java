package org.censusflow.base.task;

import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.impl.HistoricTaskInstanceQueryImpl;
import org.camunda.bpm.engine.impl.UserOperationLogQueryImpl;
import org.camunda.bpm.engine.impl.cmd.AddCommentCmd;
import org.camunda.bpm.engine.impl.cmd.GetProcessInstanceCommentsCmd;
import org.camunda.bpm.engine.impl.cmd.GetTaskCommentCmd;
import org.camunda.bpm.engine.impl.cmd.GetTaskCommentsCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.censusflow.base.operations.CommandField;

/**
 * Whoever sees an open task reads its record and its notes and adds one. The engine looks for the
 * task in its history, which staff may not read, and asks for no right at all where it reads or
 * writes a note.
 */
public class TaskRecordGuard extends CommandInterceptor {

  private static final CommandField NOTED = CommandField.of(AddCommentCmd.class, "taskId");
  private static final CommandField NOTED_OF =
      CommandField.of(AddCommentCmd.class, "processInstanceId");
  private static final CommandField LOGGED =
      CommandField.of(UserOperationLogQueryImpl.class, "taskId");
  private static final CommandField READ = CommandField.of(GetTaskCommentsCmd.class, "taskId");
  private static final CommandField READ_ONE = CommandField.of(GetTaskCommentCmd.class, "taskId");

  @Override
  public <T> T execute(Command<T> command) {
    TaskCaller caller = TaskCaller.current();
    if (caller == null) {
      return next.execute(command);
    }
    String queried = queried(command);
    if (queried != null && caller.sees(queried)) {
      return caller.trusted(() -> next.execute(command));
    }
    if (command instanceof AddCommentCmd) {
      String instance = NOTED_OF.text(command);
      String own = caller.seen(NOTED.text(command)).getProcessInstanceId();
      if (instance != null && !instance.equals(own)) {
        throw new AuthorizationException("CF-E150 没有这项任务，或者它不归你的账号办理。请刷新任务列表。");
      }
    } else if (command instanceof GetTaskCommentsCmd) {
      mayRead(caller, READ.text(command));
    } else if (command instanceof GetTaskCommentCmd) {
      mayRead(caller, READ_ONE.text(command));
    } else if (command instanceof GetProcessInstanceCommentsCmd) {
      throw new AuthorizationException("CF-E150 没有这项任务，或者它不归你的账号办理。请刷新任务列表。");
    }
    return next.execute(command);
  }

  /** The task whose history a query asks for, whatever else it asks. */
  private static String queried(Command<?> command) {
    if (command instanceof HistoricTaskInstanceQueryImpl query) {
      return query.getTaskId();
    }
    return command instanceof UserOperationLogQueryImpl ? LOGGED.text(command) : null;
  }

  /** A lead reads the notes of a task that is done. */
  private static void mayRead(TaskCaller caller, String taskId) {
    if (taskId == null || caller.sees(taskId)) {
      return;
    }
    long known =
        caller
            .context()
            .getProcessEngineConfiguration()
            .getHistoryService()
            .createHistoricTaskInstanceQuery()
            .taskId(taskId)
            .count();
    if (known == 0) {
      throw new AuthorizationException("CF-E150 没有这项任务，或者它不归你的账号办理。请刷新任务列表。");
    }
  }
}
