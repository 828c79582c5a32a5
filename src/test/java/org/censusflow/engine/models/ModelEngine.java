package org.censusflow.engine.models;

import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.StandaloneInMemProcessEngineConfiguration;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.camunda.spin.plugin.impl.SpinProcessEnginePlugin;

/** A bare engine in memory with every model deployed; no Spring, no job executor. */
final class ModelEngine {

  private ModelEngine() {}

  /** Starts an engine whose expressions see only the given beans, and deploys every model to it. */
  static ProcessEngine start(Map<Object, Object> beans) {
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
    ProcessEngine engine = configuration.buildProcessEngine();
    DeploymentBuilder deployment = engine.getRepositoryService().createDeployment().name("models");
    Models.deployed()
        .forEach(file -> deployment.addString(Models.resourceName(file), Models.text(file)));
    deployment.deploy();
    return engine;
  }
}
