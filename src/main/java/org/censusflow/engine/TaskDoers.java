package org.censusflow.engine;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Who did an earlier task of the same piece of work. */
@Component
public class TaskDoers {

  private final HistoryService history;

  /** Lazy, because the engine asks for its task rules while it starts. */
  TaskDoers(@Lazy HistoryService history) {
    this.history = history;
  }

  /**
   * The account that completed the task last, inside the sub-process (and the one of several
   * instances) that the execution stands in, or deeper.
   *
   * @return null when nobody did, or nobody had claimed it
   */
  public String last(DelegateExecution execution, String taskDefinitionKey) {
    List<HistoricActivityInstance> all =
        history
            .createHistoricActivityInstanceQuery()
            .processInstanceId(execution.getProcessInstanceId())
            .orderByHistoricActivityInstanceEndTime()
            .desc()
            .list();
    Map<String, String> parents = new HashMap<>();
    all.forEach(activity -> parents.put(activity.getId(), activity.getParentActivityInstanceId()));
    String scope = execution.getParentActivityInstanceId();
    return all.stream()
        .filter(activity -> taskDefinitionKey.equals(activity.getActivityId()))
        .filter(activity -> activity.getEndTime() != null && !activity.isCanceled())
        .filter(activity -> isInside(activity.getParentActivityInstanceId(), scope, parents))
        .findFirst()
        .map(HistoricActivityInstance::getAssignee)
        .orElse(null);
  }

  private static boolean isInside(String instance, String scope, Map<String, String> parents) {
    for (String at = instance; at != null; at = parents.get(at)) {
      if (at.equals(scope)) {
        return true;
      }
    }
    return false;
  }
}
