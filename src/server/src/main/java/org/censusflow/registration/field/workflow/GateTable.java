package org.censusflow.registration.field.workflow;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnDecisionRuleResult;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.censusflow.base.district.District;
import org.censusflow.registration.field.FieldFigures;

/**
 * The decision table {@code RegistrationGate} as it was deployed with an instance's model, asked
 * about many blocks at once. To ask is no decision: nothing of it is kept as history.
 */
final class GateTable {

  private static final String DECISION = "RegistrationGate";

  private final DmnEngine engine;
  private final DmnDecision table;
  private final District district;

  /** Blocks with the same figures are asked about once. */
  private final Map<Map<String, Object>, Optional<String>> shortfalls = new HashMap<>();

  private GateTable(DmnEngine engine, DmnDecision table, District district) {
    this.engine = engine;
    this.table = table;
    this.district = district;
  }

  static GateTable of(DelegateExecution execution, District district) {
    ProcessEngine engine = execution.getProcessEngine();
    DmnEngine tables =
        ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration()).getDmnEngine();
    RepositoryService repository = engine.getRepositoryService();
    String deployed =
        repository
            .createDecisionDefinitionQuery()
            .deploymentId(
                repository
                    .getProcessDefinition(execution.getProcessDefinitionId())
                    .getDeploymentId())
            .decisionDefinitionKey(DECISION)
            .singleResult()
            .getId();
    return new GateTable(
        tables, tables.parseDecision(DECISION, repository.getDecisionModel(deployed)), district);
  }

  /** What falls short in Chinese; null when all holds. */
  String shortfall(FieldFigures figures, int openQuestions) {
    return shortfalls.computeIfAbsent(inputs(figures, openQuestions), this::shortfall).orElse(null);
  }

  private Map<String, Object> inputs(FieldFigures figures, int openQuestions) {
    return Map.of(
        "openHouseholds", figures.openHouseholds(),
        "openQuestions", openQuestions,
        "errorShare", figures.errorShare(),
        "errorLimit", district.fieldWork().recheckErrorShare(),
        "proxyShare", figures.proxyShare(),
        "proxyLimit", district.fieldWork().proxyShare(),
        "identityShare", figures.identityShare(),
        "identityLimit", district.thresholds().identityNumberShare());
  }

  private Optional<String> shortfall(Map<String, Object> inputs) {
    DmnDecisionRuleResult row = engine.evaluateDecisionTable(table, inputs).getSingleResult();
    return Boolean.TRUE.equals(row.getEntry("gateHolds"))
        ? Optional.empty()
        : Optional.of(row.getEntry("gateReason"));
  }
}
