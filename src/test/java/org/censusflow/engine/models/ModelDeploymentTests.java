package org.censusflow.engine.models;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
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
          .containsExactlyInAnyOrderElementsOf(names(Models.bpmnFiles()));
      assertThat(engine.getRepositoryService().createDecisionDefinitionQuery().list())
          .extracting(DecisionDefinition::getKey)
          .containsExactlyInAnyOrderElementsOf(names(Models.dmnFiles()));
    } finally {
      engine.close();
    }
  }

  private static List<String> names(List<Path> files) {
    return files.stream()
        .map(file -> file.getFileName().toString().replaceFirst("\\.[a-z]+$", ""))
        .toList();
  }
}
