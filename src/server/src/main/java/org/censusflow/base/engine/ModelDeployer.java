package org.censusflow.base.engine;

import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Deploys all models and forms as one deployment, so that forms bind to the models they came with,
 * and checks the result. The starter's own deployment drops folder names and logs a failing scan
 * instead of stopping, so it is switched off.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class ModelDeployer implements SmartInitializingSingleton {

  private static final Logger log = LoggerFactory.getLogger(ModelDeployer.class);
  private static final String NAME = "CensusFlow";

  private final RepositoryService repository;
  private final ModelFiles files;
  private final DeploymentCheck check;

  ModelDeployer(RepositoryService repository, ModelFiles files, DeploymentCheck check) {
    this.repository = repository;
    this.files = files;
    this.check = check;
  }

  @Override
  public void afterSingletonsInstantiated() {
    DeploymentBuilder deployment =
        repository.createDeployment().name(NAME).source(NAME).enableDuplicateFiltering(false);
    files.all().forEach((name, content) -> deployment.addString(name, ModelFiles.text(content)));
    deployment.deploy();
    check.run();
    log.info("CF-I101 {} models and forms are deployed and resolve", files.all().size());
  }
}
