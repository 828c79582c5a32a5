package org.censusflow.mapping.dispute.workflow;

import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.censusflow.base.district.District;
import org.censusflow.base.district.Districts;
import org.censusflow.base.district.Subdistrict;
import org.censusflow.base.engine.TaskRefused;
import org.censusflow.base.form.FormValues;
import org.censusflow.base.process.mapping.BoundaryDisputeProcess;
import org.censusflow.base.task.TaskRule;
import org.springframework.stereotype.Component;

/** A dispute has two sides of the district, and its decision names one of them. */
@Component
class BoundaryRule implements TaskRule {

  private static final Set<String> TASKS =
      Set.of(
          BoundaryDisputeProcess.ACCEPT_DISPUTE,
          BoundaryDisputeProcess.MEDIATE_DISPUTE,
          BoundaryDisputeProcess.DECIDE_DISPUTE);

  private final Districts districts;

  BoundaryRule(Districts districts) {
    this.districts = districts;
  }

  @Override
  public boolean appliesTo(String taskDefinitionKey) {
    return TASKS.contains(taskDefinitionKey);
  }

  @Override
  public void check(DelegateTask task) {
    switch (task.getTaskDefinitionKey()) {
      case BoundaryDisputeProcess.ACCEPT_DISPUTE -> {
        if ("accept".equals(task.getVariable("acceptDecision"))) {
          checkSides(task);
        }
      }
      case BoundaryDisputeProcess.MEDIATE_DISPUTE -> {
        if ("agreed".equals(task.getVariable("mediationDecision"))) {
          checkBoundary(task);
        }
      }
      default -> checkBoundary(task);
    }
  }

  private void checkSides(DelegateTask task) {
    District district = districts.require(task.getTenantId());
    List<String> known = district.subdistricts().stream().map(Subdistrict::key).toList();
    String first = FormValues.text(task, "firstSide", "");
    String second = FormValues.text(task, "secondSide", "");
    if (first.equals(second) || !known.contains(first) || !known.contains(second)) {
      throw new TaskRefused("CF-E885 请从本区街道中选择不同的甲方和乙方。");
    }
  }

  private static void checkBoundary(DelegateTask task) {
    String side = FormValues.text(task, "countingSide", "");
    if (!side.equals(FormValues.text(task, "firstSide", null))
        && !side.equals(FormValues.text(task, "secondSide", null))) {
      throw new TaskRefused("CF-E886 由谁登记，只能是争议双方之一。");
    }
    String block = FormValues.text(task, "targetBlock", "");
    List<String> buildings = FormValues.codes(task, "disputedBuildings");
    boolean numbered = buildings.stream().allMatch(building -> building.matches("\\d{16}"));
    if (!block.isEmpty() && !block.matches("\\d{15}")
        || !numbered
        || block.isEmpty() != buildings.isEmpty()) {
      throw new TaskRefused("CF-E887 小区代码应为 15 位数字，建筑物编号应为 16 位数字，两项同时填写或者都不填。");
    }
  }
}
