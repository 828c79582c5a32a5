package org.censusflow.webhook.workflow;

import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.censusflow.webhook.EventType;
import org.censusflow.webhook.Webhooks;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells of the phases that open and of the cross-check's signature, as the engine reports them. */
@Component
class ProcessEvents {

  private static final Set<String> PHASES =
      Set.of("Preparation", "Mapping", "Registration", "CrossCheck", "PostEnumeration");
  private static final String SIGNED = "Task_ArchiveReport";

  private final Webhooks webhooks;

  ProcessEvents(Webhooks webhooks) {
    this.webhooks = webhooks;
  }

  @EventListener
  void on(DelegateExecution execution) {
    String activity = execution.getCurrentActivityId();
    if (activity == null || execution.getTenantId() == null) {
      return;
    }
    boolean starts = ExecutionListener.EVENTNAME_START.equals(execution.getEventName());
    if (starts && activity.startsWith("StartEvent_")) {
      String process = process(execution);
      if (PHASES.contains(process)) {
        tell(EventType.PHASE_OPENED, execution, Map.of("phase", process));
      }
    } else if (!starts && SIGNED.equals(activity) && !execution.isCanceled()) {
      tell(EventType.CROSS_CHECK_SIGNED, execution, Map.of());
    }
  }

  private static String process(DelegateExecution execution) {
    ProcessDefinition definition =
        execution
            .getProcessEngineServices()
            .getRepositoryService()
            .getProcessDefinition(execution.getProcessDefinitionId());
    return definition.getKey();
  }

  private void tell(EventType type, DelegateExecution execution, Map<String, String> data) {
    Map<String, String> more = new java.util.TreeMap<>(data);
    more.put("censusId", String.valueOf(execution.getVariable("censusId")));
    webhooks.tell(type, execution.getTenantId(), more);
  }
}
