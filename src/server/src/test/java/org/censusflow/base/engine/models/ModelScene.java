package org.censusflow.base.engine.models;

import java.time.Instant;
import java.util.Date;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** What tests of a model's behaviour share: one engine, played steps, a clock that stands still. */
abstract class ModelScene {

  static final PlayedSteps steps = new PlayedSteps();
  private static ProcessEngine engine;

  @BeforeEach
  void setTheScene() {
    steps.clear();
    ClockUtil.setCurrentTime(Date.from(Instant.parse("2020-11-16T01:00:00Z")));
    engine();
  }

  @AfterEach
  void clearTheScene() {
    ClockUtil.reset();
    engine
        .getRuntimeService()
        .createProcessInstanceQuery()
        .rootProcessInstances()
        .list()
        .forEach(
            instance -> engine.getRuntimeService().deleteProcessInstance(instance.getId(), "end"));
  }

  static ProcessEngine engine() {
    if (engine == null) {
      engine = ModelEngine.start(steps.beans());
      Runtime.getRuntime().addShutdownHook(new Thread(engine::close));
    }
    return engine;
  }

  static ModelRun start(String process, String businessKey, Map<String, Object> variables) {
    return ModelRun.start(engine(), process, businessKey, variables);
  }
}
