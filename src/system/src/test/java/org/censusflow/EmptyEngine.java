package org.censusflow;

import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.util.ClockUtil;

/** What one test leaves in the engine would count in the next one. */
public final class EmptyEngine {

  private EmptyEngine() {}

  /** Ends and forgets every instance, logs out, and lets time run as it does. */
  public static void leave(
      IdentityService identities, RuntimeService runtime, HistoryService history) {
    identities.clearAuthentication();
    ClockUtil.reset();
    runtime
        .createProcessInstanceQuery()
        .rootProcessInstances()
        .list()
        .forEach(instance -> runtime.deleteProcessInstance(instance.getId(), "end"));
    history
        .createHistoricProcessInstanceQuery()
        .rootProcessInstances()
        .list()
        .forEach(instance -> history.deleteHistoricProcessInstance(instance.getId()));
  }
}
