package org.censusflow.base.task;

import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.censusflow.base.district.District;
import org.censusflow.base.district.Districts;
import org.censusflow.base.district.Group;
import org.censusflow.base.district.GroupKind;
import org.censusflow.base.engine.TaskRefused;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Refuses a second start of what may run once: a census of a district, a plan of a unit. Whoever
 * starts first holds the engine's lock until the instance is there, so two people at once make one.
 */
@Component
class OnceRule {

  private static final Set<String> TAKEN_BACK =
      Set.of(
          HistoricProcessInstance.STATE_EXTERNALLY_TERMINATED,
          HistoricProcessInstance.STATE_INTERNALLY_TERMINATED);

  private final Districts districts;
  private final JdbcClient jdbc;

  OnceRule(Districts districts, JdbcClient jdbc) {
    this.districts = districts;
    this.jdbc = jdbc;
  }

  /**
   * @return the business key; null for what may run as often as people start it
   * @throws TaskRefused when it runs already, or has run
   */
  String key(
      TaskCaller caller,
      String district,
      String process,
      StartForm start,
      Map<String, Object> values) {
    if (start.once() == null || !holds(start.onceWhen(), values)) {
      return null;
    }
    String key = filled(start.once(), districts.require(district), caller);
    lock();
    if (caller.trusted(() -> hasRun(caller, process, key, district))) {
      throw new TaskRefused(
          "CF-E146 这项流程已经启动过，只能启动一次：请在任务列表中继续办理正在进行的流程；启动有误的，经普查办负责人同意，由系统管理员先在普查监控中删除该流程实例，然后重新启动；已经办结的不再重办。");
    }
    return key;
  }

  /** The row that the engine itself locks, but on H2 it does not. Until the transaction ends. */
  private void lock() {
    jdbc.sql("select value_ from act_ge_property where name_ = 'deployment.lock' for update")
        .query(String.class)
        .single();
  }

  private static boolean holds(String condition, Map<String, Object> values) {
    if (condition == null) {
      return true;
    }
    String[] parts = condition.split("=", 2);
    return parts[1].equals(values.get(parts[0]));
  }

  private static String filled(String pattern, District district, TaskCaller caller) {
    return pattern
        .replace("{census}", district.census().id())
        .replace("{unit}", part(district, GroupKind.UNIT, caller))
        .replace("{subdistrict}", part(district, GroupKind.SUBDISTRICT_OFFICE, caller));
  }

  private static String part(District district, GroupKind kind, TaskCaller caller) {
    return district.groups().stream()
        .filter(
            group -> group.kind() == kind && caller.account().getGroupIds().contains(group.id()))
        .map(Group::part)
        .findFirst()
        .orElse("");
  }

  private static boolean hasRun(TaskCaller caller, String process, String key, String district) {
    HistoryService history = caller.context().getProcessEngineConfiguration().getHistoryService();
    return history
        .createHistoricProcessInstanceQuery()
        .processDefinitionKey(process)
        .processInstanceBusinessKey(key)
        .tenantIdIn(district)
        .list()
        .stream()
        .anyMatch(instance -> !TAKEN_BACK.contains(instance.getState()));
  }
}
