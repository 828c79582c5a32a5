package org.censusflow.governance.inspection.workflow;

import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.censusflow.base.engine.TaskRefused;
import org.censusflow.base.form.FormValues;
import org.censusflow.base.process.governance.InspectionProcess;
import org.censusflow.base.task.Claim;
import org.censusflow.base.task.DayAhead;
import org.censusflow.base.task.StaffGroups;
import org.censusflow.base.task.TaskRule;
import org.springframework.stereotype.Component;

/** Two or more people inspect, those who are named and no others (Statistics Law art. 38). */
@Component
class InspectionRule implements TaskRule {

  private static final Set<String> OF_INSPECTORS =
      Set.of(
          InspectionProcess.RECORD_INSPECTION,
          InspectionProcess.RECORD_FINDING,
          InspectionProcess.COUNTERSIGN_INSPECTION);

  private final StaffGroups staffGroups;

  InspectionRule(StaffGroups staffGroups) {
    this.staffGroups = staffGroups;
  }

  @Override
  public boolean appliesTo(String taskDefinitionKey) {
    return InspectionProcess.NAME_INSPECTORS.equals(taskDefinitionKey)
        || OF_INSPECTORS.contains(taskDefinitionKey);
  }

  @Override
  public void check(DelegateTask task) {
    List<String> inspectors = FormValues.chosen(task, "inspectors");
    if (!OF_INSPECTORS.contains(task.getTaskDefinitionKey())) {
      checkNames(task, inspectors);
      return;
    }
    Claim.byOneOf(task, inspectors, "指定的检查人员");
  }

  private void checkNames(DelegateTask task, List<String> inspectors) {
    List<String> known = staffGroups.accounts(FormValues.text(task, "inspectorGroup"));
    if (inspectors.size() < 2 || !known.containsAll(inspectors)) {
      throw new TaskRefused("CF-E721 请从所列账号中选择至少两名检查人员。");
    }
    DayAhead.require(task, "inspectionOn", "CF-E722 请填写检查日期，不得早于今天。");
  }
}
