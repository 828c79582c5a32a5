package org.censusflow.base.engine.models;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.junit.jupiter.api.Test;

class ModelDeploymentTests {

  @Test
  void everyModelIsAcceptedByThePlainEngine() {
    ProcessEngine engine = ModelEngine.start(Map.of());
    try {
      assertThat(engine.getRepositoryService().createProcessDefinitionQuery().list())
          .extracting(ProcessDefinition::getKey)
          .containsExactlyInAnyOrderElementsOf(Models.names(Models.bpmnFiles()));
      assertThat(engine.getRepositoryService().createDecisionDefinitionQuery().list())
          .extracting(DecisionDefinition::getKey)
          .containsExactlyInAnyOrderElementsOf(Models.names(Models.dmnFiles()));
    } finally {
      engine.close();
    }
  }
}
