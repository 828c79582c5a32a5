package org.censusflow.progress.workflow;

import java.util.Map;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.task.Task;
import org.censusflow.access.Caller;
import org.censusflow.area.CertifiedStaff;
import org.censusflow.district.Districts;
import org.censusflow.engine.TaskRefused;
import org.censusflow.engine.TaskRule;
import org.censusflow.progress.FieldTask;
import org.censusflow.progress.FieldTask.Stage;
import org.censusflow.progress.FieldTaskNotClaimed;
import org.censusflow.progress.FieldTasks;
import org.censusflow.progress.FieldWorkRefused;
import org.censusflow.progress.HouseholdCases;
import org.censusflow.progress.RecheckSamples;
import org.censusflow.progress.Rechecked;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * Reads from the engine's task which block it is about, and lets it be completed only when no
 * household waits.
 */
@Component
class EngineFieldTasks implements FieldTasks, TaskRule {

  private static final Map<String, Stage> STAGES =
      Map.of("Task_EnumerateShortForms", Stage.ENUMERATE, "Task_RecheckSample", Stage.RECHECK);

  private final TaskService tasks;
  private final Districts districts;
  private final HouseholdCases cases;
  private final RecheckSamples samples;
  private final CertifiedStaff certified;

  /** Lazy, because the engine asks for its task rules while it starts. */
  EngineFieldTasks(
      @Lazy TaskService tasks,
      Districts districts,
      HouseholdCases cases,
      RecheckSamples samples,
      CertifiedStaff certified) {
    this.tasks = tasks;
    this.districts = districts;
    this.cases = cases;
    this.samples = samples;
    this.certified = certified;
  }

  /**
   * The query runs with the caller's rights, so a task of another district or group is not found.
   */
  @Override
  public FieldTask claimedBy(Caller caller, String taskId) {
    Task task = tasks.createTaskQuery().taskId(taskId).singleResult();
    if (task == null || !appliesTo(task.getTaskDefinitionKey())) {
      throw new FieldWorkRefused("没有这项登记或复核任务，或者任务已经完成。请刷新任务列表。");
    }
    if (!caller.user().equals(task.getAssignee())) {
      throw new FieldTaskNotClaimed();
    }
    Map<String, Object> variables = tasks.getVariables(taskId);
    certified
        .refusal((String) variables.get("censusId"), caller.user())
        .ifPresent(
            refusal -> {
              throw new FieldWorkRefused(refusal);
            });
    return new FieldTask(
        task.getTenantId(),
        (String) variables.get("censusId"),
        (String) variables.get("block"),
        (String) variables.get("taskSubject"),
        STAGES.get(task.getTaskDefinitionKey()),
        districts.require(task.getTenantId()).fieldWork().visits(),
        (String) variables.get("returnReason"));
  }

  @Override
  public boolean appliesTo(String taskDefinitionKey) {
    return STAGES.containsKey(taskDefinitionKey);
  }

  @Override
  public void check(DelegateTask task) {
    String censusId = (String) task.getVariable("censusId");
    String block = (String) task.getVariable("block");
    if (STAGES.get(task.getTaskDefinitionKey()) == Stage.ENUMERATE) {
      cases.sync(censusId, block);
      int open = cases.open(censusId, block);
      if (open > 0) {
        throw new TaskRefused("CF-E851 还有 " + open + " 户没有登记或结案，全部登记或结案后才能完成任务。");
      }
    } else {
      Rechecked found = samples.rechecked(censusId, block);
      if (found.checked() < found.drawn()) {
        throw new TaskRefused(
            "CF-E852 还有 " + (found.drawn() - found.checked()) + " 户没有复核，全部复核后才能完成任务。");
      }
    }
  }
}
