package org.censusflow.base.engine.models;

import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.StandaloneInMemProcessEngineConfiguration;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.spin.plugin.impl.SpinProcessEnginePlugin;

/** A bare engine in memory with models deployed; no Spring, no job executor. */
final class ModelEngine {

  private ModelEngine() {}

  /** Starts an engine whose expressions see only the given beans, and deploys every model to it. */
  static ProcessEngine start(Map<Object, Object> beans) {
    ProcessEngine engine = engine(beans, Set.of());
    DeploymentBuilder deployment = engine.getRepositoryService().createDeployment().name("models");
    Models.deployed()
        .forEach(file -> deployment.addString(Models.resourceName(file), Models.text(file)));
    deployment.deploy();
    return engine;
  }

  /** The same with one model; each process that it calls is a single task. */
  static ProcessEngine startCaller(String caller, Map<Object, Object> beans) {
    Path model =
        Models.bpmnFiles().stream()
            .filter(file -> file.endsWith(caller + ".bpmn"))
            .findFirst()
            .orElseThrow();
    Set<String> called =
        Models.elements(model, CallActivity.class).stream()
            .map(CallActivity::getCalledElement)
            .collect(Collectors.toSet());
    ProcessEngine engine = engine(beans, called);
    DeploymentBuilder deployment = engine.getRepositoryService().createDeployment().name("caller");
    Models.deployed().stream()
        .filter(file -> file.equals(model) || !file.toString().endsWith(".bpmn"))
        .forEach(file -> deployment.addString(Models.resourceName(file), Models.text(file)));
    called.forEach(process -> deployment.addModelInstance(process + ".bpmn", played(process)));
    deployment.deploy();
    return engine;
  }

  private static BpmnModelInstance played(String process) {
    return Bpmn.createExecutableProcess(process)
        .camundaHistoryTimeToLiveString("P1D")
        .startEvent()
        .userTask(CallerScene.CALLED)
        .endEvent()
        .done();
  }

  /**
   * @param played processes that are not the real ones here and do not count as covered
   */
  private static ProcessEngine engine(Map<Object, Object> beans, Set<String> played) {
    ProcessEngineConfigurationImpl configuration = new StandaloneInMemProcessEngineConfiguration();
    configuration.setJdbcUrl("jdbc:h2:mem:" + UUID.randomUUID());
    configuration.setProcessEngineName("models-" + UUID.randomUUID());
    configuration.setDatabaseSchemaUpdate(ProcessEngineConfiguration.DB_SCHEMA_UPDATE_CREATE_DROP);
    configuration.setHistory(ProcessEngineConfiguration.HISTORY_FULL);
    configuration.setJobExecutorActivate(false);
    configuration.setEnforceHistoryTimeToLive(true);
    configuration.setEnableExceptionsAfterUnhandledBpmnError(true);
    configuration.setMetricsEnabled(false);
    configuration.setBeans(beans);
    configuration.getProcessEnginePlugins().add(new SpinProcessEnginePlugin());
    return ModelCoverage.watch(configuration, played);
  }
}
