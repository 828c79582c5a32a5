package org.censusflow.base.task;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.censusflow.base.data.Moments;
import org.censusflow.base.engine.TaskRefused;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Who did which task, written by this program as it happens: the engine's history can be read only,
 * but its assignee is whom somebody named.
 */
@Component
public class TaskDoers {

  /**
   * A task that somebody completed.
   *
   * @param user the account that completed it
   */
  public record Done(String user, Instant at) {}

  private final JdbcClient jdbc;
  private final Clock clock;

  TaskDoers(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * The account that completed the task last, in the same piece of work: inside the innermost
   * sub-process (and the one of several instances) that both the task and the execution stand in.
   *
   * @return null when nobody did
   */
  public String last(DelegateExecution execution, String taskDefinitionKey) {
    return lastDone(execution, taskDefinitionKey).map(Done::user).orElse(null);
  }

  /** The same with the moment. */
  public Optional<Done> lastDone(DelegateExecution execution, String taskDefinitionKey) {
    ExecutionEntity at = (ExecutionEntity) execution;
    String work = "%|" + work(at, taskDefinitionKey) + "|%";
    return jdbc.sql(
            """
            select actor, done_at from task_done
             where process_instance = ? and task_key = ? and scopes like ?
             order by id desc fetch first 1 rows only
            """)
        .params(execution.getProcessInstanceId(), taskDefinitionKey, work)
        .query(
            (row, number) ->
                new Done(row.getString("actor"), row.getTimestamp("done_at").toInstant()))
        .optional();
  }

  /**
   * @throws TaskRefused when the account did one of the tasks that the model names for this one
   */
  void mustNotHaveDone(TaskEntity task, String user) {
    for (String earlier : TaskContract.of(task).notBy()) {
      if (user.equals(last(task.getExecution(), earlier))) {
        throw new TaskRefused("CF-E131 办理前一环节的人不能办理本任务：请退回任务，由另一人办理。");
      }
    }
  }

  /** Puts on record who completes a task, in the transaction that completes it. */
  void record(DelegateTask task, String user) {
    jdbc.sql(
            """
            insert into task_done (district, process_instance, task_key, task_id, scopes, actor, done_at)
            values (?, ?, ?, ?, ?, ?, ?)
            """)
        .params(
            task.getTenantId(),
            task.getProcessInstanceId(),
            task.getTaskDefinitionKey(),
            task.getId(),
            "|" + String.join("|", scopes((ExecutionEntity) task.getExecution())) + "|",
            user,
            Moments.now(clock))
        .update();
  }

  /** The sub-processes around an execution, the innermost first and the instance last. */
  private static List<String> scopes(ExecutionEntity at) {
    List<String> scopes = new ArrayList<>();
    for (ScopeImpl scope = at.getActivity().getFlowScope(); scope != null; scope = around(scope)) {
      scopes.add(at.findExecutionForFlowScope(scope).getId());
    }
    return scopes;
  }

  private static String work(ExecutionEntity at, String taskDefinitionKey) {
    ActivityImpl task = at.getProcessDefinition().findActivity(taskDefinitionKey);
    List<ScopeImpl> ofTask = new ArrayList<>();
    for (ScopeImpl scope = task.getFlowScope(); scope != null; scope = around(scope)) {
      ofTask.add(scope);
    }
    ScopeImpl common = at.getActivity().getFlowScope();
    while (!ofTask.contains(common)) {
      common = around(common);
    }
    return at.findExecutionForFlowScope(common).getId();
  }

  private static ScopeImpl around(ScopeImpl scope) {
    return scope instanceof ActivityImpl activity ? activity.getFlowScope() : null;
  }
}
