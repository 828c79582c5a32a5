package org.censusflow.governance.workflow;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.censusflow.district.WorkingDays;
import org.censusflow.engine.TaskRefused;
import org.censusflow.engine.TaskRule;
import org.springframework.stereotype.Component;

/**
 * Two or more people inspect, those who are named and no others, and who wrote the record does not
 * countersign it (Statistics Law art. 38).
 */
@Component
class InspectionRule implements TaskRule {

  private static final Set<String> OF_INSPECTORS =
      Set.of("Task_RecordInspection", "Task_RecordFinding", "Task_CountersignInspection");

  private final StaffGroups staffGroups;

  InspectionRule(StaffGroups staffGroups) {
    this.staffGroups = staffGroups;
  }

  @Override
  public boolean appliesTo(String taskDefinitionKey) {
    return "Task_NameInspectors".equals(taskDefinitionKey)
        || OF_INSPECTORS.contains(taskDefinitionKey);
  }

  @Override
  public void check(DelegateTask task) {
    List<String> inspectors = Instance.chosen(task, "inspectors");
    if (!OF_INSPECTORS.contains(task.getTaskDefinitionKey())) {
      checkNames(task, inspectors);
      return;
    }
    Claimed.byOneOf(task, inspectors, "指定的检查人员");
    if ("Task_CountersignInspection".equals(task.getTaskDefinitionKey())) {
      Claimed.notBy(
          task, Instance.completedBy(task.getExecution(), "Task_RecordInspection"), "记录检查情况");
    }
  }

  private void checkNames(DelegateTask task, List<String> inspectors) {
    List<String> known = staffGroups.accounts(Instance.text(task, "inspectorGroup"));
    if (inspectors.size() < 2 || !known.containsAll(inspectors)) {
      throw new TaskRefused("CF-E721 请从所列账号中选择至少两名检查人员。");
    }
    Object on = task.getVariable("inspectionOn");
    LocalDate today = ClockUtil.getCurrentTime().toInstant().atZone(WorkingDays.ZONE).toLocalDate();
    if (!Instance.isDate(on) || LocalDate.parse(on.toString()).isBefore(today)) {
      throw new TaskRefused("CF-E722 请填写检查日期，不得早于今天。");
    }
  }
}
