package org.censusflow.outside.webhook.workflow;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.censusflow.base.process.crosscheck.CrossCheckProcess;
import org.censusflow.base.process.crosscheck.CrossCheckReportProcess;
import org.censusflow.base.process.mapping.MappingProcess;
import org.censusflow.base.process.postenumeration.PostEnumerationProcess;
import org.censusflow.base.process.preparation.PreparationProcess;
import org.censusflow.base.process.registration.RegistrationProcess;
import org.censusflow.outside.webhook.EventType;
import org.censusflow.outside.webhook.Webhooks;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Tells of the phases that open and of the cross-check's signature. Listens at these activities
 * alone: the thousands of blocks pass without being asked what they are.
 */
@Component
class ProcessEvents extends AbstractBpmnParseListener {

  private static final Set<String> PHASES =
      Set.of(
          PreparationProcess.KEY,
          MappingProcess.KEY,
          RegistrationProcess.KEY,
          CrossCheckProcess.KEY,
          PostEnumerationProcess.KEY);

  private final ObjectProvider<Webhooks> webhooks;

  /**
   * @param webhooks asked for when something is told: models are parsed before the tables are there
   */
  ProcessEvents(ObjectProvider<Webhooks> webhooks) {
    this.webhooks = webhooks;
  }

  @Override
  public void parseStartEvent(Element element, ScopeImpl scope, ActivityImpl startEvent) {
    if (scope instanceof ProcessDefinitionEntity process && PHASES.contains(process.getKey())) {
      Map<String, String> phase = Map.of("phase", process.getKey());
      listen(startEvent, ExecutionListener.EVENTNAME_START, EventType.PHASE_OPENED, phase);
    }
  }

  @Override
  public void parseServiceTask(Element element, ScopeImpl scope, ActivityImpl activity) {
    if (CrossCheckReportProcess.ARCHIVE_REPORT.equals(activity.getId())) {
      listen(activity, ExecutionListener.EVENTNAME_END, EventType.CROSS_CHECK_SIGNED, Map.of());
    }
  }

  private void listen(
      ActivityImpl activity, String event, EventType type, Map<String, String> data) {
    ExecutionListener listener = execution -> tell(type, execution, data);
    activity.addListener(event, listener);
  }

  private void tell(EventType type, DelegateExecution execution, Map<String, String> data) {
    if (execution.getTenantId() == null || execution.isCanceled()) {
      return;
    }
    Map<String, String> more = new TreeMap<>(data);
    more.put("censusId", String.valueOf(execution.getVariable("censusId")));
    webhooks.getObject().tell(type, execution.getTenantId(), more);
  }
}
