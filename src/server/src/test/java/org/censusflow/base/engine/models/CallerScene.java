package org.censusflow.base.engine.models;

import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/**
 * A stage for a model that calls others: the called processes are played by a single task each, so
 * that a test of the caller does not walk through all of them.
 */
abstract class CallerScene {

  static final String CALLED = "Task_PlayedProcess";

  static final PlayedSteps steps = new PlayedSteps();
  private static final Map<String, ProcessEngine> ENGINES = new HashMap<>();

  private final String caller;

  CallerScene(String caller) {
    this.caller = caller;
  }

  @BeforeEach
  void setTheScene() {
    steps.clear();
    ClockUtil.setCurrentTime(Date.from(Instant.parse("2020-11-16T01:00:00Z")));
  }

  @AfterEach
  void clearTheScene() {
    ClockUtil.reset();
    engine()
        .getRuntimeService()
        .createProcessInstanceQuery()
        .rootProcessInstances()
        .list()
        .forEach(it -> engine().getRuntimeService().deleteProcessInstance(it.getId(), "end"));
  }

  ProcessEngine engine() {
    return ENGINES.computeIfAbsent(
        caller,
        key -> {
          ProcessEngine engine = ModelEngine.startCaller(key, steps.beans());
          Runtime.getRuntime().addShutdownHook(new Thread(engine::close));
          return engine;
        });
  }

  ModelRun start(String businessKey, Map<String, Object> variables) {
    return ModelRun.start(engine(), caller, businessKey, variables);
  }

  /** The instances of a called process that run now. */
  List<ProcessInstance> running(String process) {
    return engine()
        .getRuntimeService()
        .createProcessInstanceQuery()
        .processDefinitionKey(process)
        .list();
  }

  Object variable(ProcessInstance instance, String name) {
    return engine().getRuntimeService().getVariable(instance.getId(), name);
  }

  /** Ends every running instance of a called process. */
  void finish(ModelRun run, String process) {
    running(process).forEach(instance -> finish(run, instance));
  }

  void finish(ModelRun run, ProcessInstance called) {
    Task task =
        engine()
            .getTaskService()
            .createTaskQuery()
            .processInstanceId(called.getId())
            .singleResult();
    engine().getTaskService().complete(task.getId());
    run.work();
  }
}
