package org.censusflow.governance.phase.workflow;

import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperty;
import org.censusflow.base.process.CensusProcess;
import org.censusflow.governance.phase.PhaseProgress;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * Reads the phases from the history of {@code Census}: its elements name the phase that they carry
 * in the extension property {@code phase}.
 */
@Component
class EnginePhaseProgress implements PhaseProgress {

  private static final String PROPERTY = "phase";

  private final HistoryService history;
  private final RepositoryService repository;

  /** Lazy, because the engine asks for the beans of its models while it starts. */
  EnginePhaseProgress(@Lazy HistoryService history, @Lazy RepositoryService repository) {
    this.history = history;
    this.repository = repository;
  }

  @Override
  public Map<String, Span> of(String district, String censusId) {
    List<HistoricProcessInstance> runs =
        history
            .createHistoricProcessInstanceQuery()
            .processDefinitionKey(CensusProcess.KEY)
            .processInstanceBusinessKey(censusId)
            .tenantIdIn(district)
            .orderByProcessInstanceStartTime()
            .desc()
            .listPage(0, 1);
    return runs.isEmpty() ? Map.of() : spansOf(runs.get(0));
  }

  private Map<String, Span> spansOf(HistoricProcessInstance run) {
    Map<String, String> phases = phasesOf(run.getProcessDefinitionId());
    Map<String, Span> spans = new HashMap<>();
    for (HistoricActivityInstance activity :
        history
            .createHistoricActivityInstanceQuery()
            .processInstanceId(run.getId())
            .orderByHistoricActivityInstanceStartTime()
            .asc()
            .list()) {
      String phase = phases.get(activity.getActivityId());
      if (phase != null) {
        Instant ended = activity.isCanceled() ? null : instant(activity.getEndTime());
        spans.merge(
            phase,
            new Span(instant(activity.getStartTime()), ended),
            (first, next) -> new Span(first.startedAt(), next.endedAt()));
      }
    }
    return spans;
  }

  /** Activity id to phase. */
  private Map<String, String> phasesOf(String definition) {
    Map<String, String> phases = new HashMap<>();
    for (FlowNode node :
        repository.getBpmnModelInstance(definition).getModelElementsByType(FlowNode.class)) {
      if (node.getExtensionElements() != null) {
        node
            .getExtensionElements()
            .getElementsQuery()
            .filterByType(CamundaProperties.class)
            .list()
            .stream()
            .flatMap(properties -> properties.getCamundaProperties().stream())
            .filter(property -> PROPERTY.equals(property.getCamundaName()))
            .map(CamundaProperty::getCamundaValue)
            .forEach(phase -> phases.put(node.getId(), phase));
      }
    }
    return phases;
  }

  private static Instant instant(Date date) {
    return date == null ? null : date.toInstant();
  }
}
