package org.censusflow.base.engine.models;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;

/** Walks one instance through a model: completes tasks, moves time, runs the jobs that are due. */
final class ModelRun {

  private final ProcessEngine engine;
  private final String id;

  private ModelRun(ProcessEngine engine, String id) {
    this.engine = engine;
    this.id = id;
  }

  static ModelRun start(
      ProcessEngine engine, String process, String businessKey, Map<String, Object> variables) {
    ProcessInstance instance =
        engine.getRuntimeService().startProcessInstanceByKey(process, businessKey, variables);
    ModelRun run = new ModelRun(engine, instance.getId());
    run.work();
    return run;
  }

  /** The newest instance of a process that this one calls, by itself or through others. */
  ModelRun called(String process) {
    return new ModelRun(
        engine,
        engine
            .getHistoryService()
            .createHistoricProcessInstanceQuery()
            .processDefinitionKey(process)
            .list()
            .stream()
            .filter(instance -> id.equals(instance.getRootProcessInstanceId()))
            .max(Comparator.comparing(HistoricProcessInstance::getStartTime))
            .orElseThrow()
            .getId());
  }

  /** Runs every job that is due, until none is left. */
  void work() {
    List<Job> due = due();
    while (!due.isEmpty()) {
      for (Job job : due) {
        if (engine.getManagementService().createJobQuery().jobId(job.getId()).count() == 1) {
          engine.getManagementService().executeJob(job.getId());
        }
      }
      due = due();
    }
  }

  private List<Job> due() {
    return engine.getManagementService().createJobQuery().executable().list();
  }

  void days(int days) {
    Date now = ClockUtil.getCurrentTime();
    ClockUtil.setCurrentTime(Date.from(now.toInstant().plus(Duration.ofDays(days))));
    work();
  }

  Task task(String key) {
    return engine.getTaskService().createTaskQuery().taskDefinitionKey(key).singleResult();
  }

  List<String> tasks() {
    return engine.getTaskService().createTaskQuery().list().stream()
        .map(Task::getTaskDefinitionKey)
        .sorted()
        .toList();
  }

  List<String> groupsOf(String key) {
    return engine.getTaskService().getIdentityLinksForTask(task(key).getId()).stream()
        .map(link -> link.getGroupId())
        .sorted()
        .toList();
  }

  void complete(String key, Map<String, Object> variables) {
    assertThat(tasks()).contains(key);
    engine.getTaskService().complete(task(key).getId(), variables);
    work();
  }

  void complete(String key) {
    complete(key, Map.of());
  }

  /** Completes one of several tasks of the same kind, of whichever group. */
  void completeOneOf(String key) {
    Task task =
        engine.getTaskService().createTaskQuery().taskDefinitionKey(key).list().stream()
            .findFirst()
            .orElseThrow();
    engine.getTaskService().complete(task.getId());
    work();
  }

  /** Completes the task of this kind that a group of people has. */
  void completeFor(String group, String key, Map<String, Object> variables) {
    Task task =
        engine
            .getTaskService()
            .createTaskQuery()
            .taskDefinitionKey(key)
            .taskCandidateGroup(group)
            .singleResult();
    engine.getTaskService().complete(task.getId(), variables);
    work();
  }

  void message(String name, String businessKey) {
    engine
        .getRuntimeService()
        .createMessageCorrelation(name)
        .processInstanceBusinessKey(businessKey)
        .correlate();
    work();
  }

  boolean expects(String message) {
    return engine
            .getRuntimeService()
            .createEventSubscriptionQuery()
            .eventType("message")
            .eventName(message)
            .count()
        > 0;
  }

  Object variable(String name) {
    return engine
        .getHistoryService()
        .createHistoricVariableInstanceQuery()
        .processInstanceId(id)
        .activityInstanceIdIn(id)
        .variableName(name)
        .singleResult()
        .getValue();
  }

  boolean ended() {
    return engine.getRuntimeService().createProcessInstanceQuery().processInstanceId(id).count()
        == 0;
  }

  /**
   * The end events that the instance has reached, in order, those of its sub-processes included.
   */
  List<String> ends() {
    return engine
        .getHistoryService()
        .createHistoricActivityInstanceQuery()
        .processInstanceId(id)
        .orderPartiallyByOccurrence()
        .asc()
        .list()
        .stream()
        .filter(activity -> activity.getActivityType().toLowerCase().contains("endevent"))
        .map(HistoricActivityInstance::getActivityId)
        .toList();
  }
}
