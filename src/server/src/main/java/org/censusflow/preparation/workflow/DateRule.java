package org.censusflow.preparation.workflow;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.censusflow.base.district.WorkingDays;
import org.censusflow.base.engine.TaskRefused;
import org.censusflow.base.form.FormValues;
import org.censusflow.base.task.TaskRule;
import org.springframework.stereotype.Component;

/** What a form reports as done was done on a day, and not on one that is still to come. */
@Component
class DateRule implements TaskRule {

  private static final Map<String, List<String>> DAYS =
      Map.of(
          "Task_CarryOutPlan", List.of("deployedOn"),
          "Task_SetUpOffice", List.of("leadingGroupOn"),
          "Task_ReleaseTranche", List.of("trancheOn"),
          "Task_CheckFunds", List.of("fundsReceivedOn"),
          "Task_PayAllowance", List.of("paidOn"),
          "Task_OrganiseMedia", List.of("publicityDeployedOn"),
          "Task_DeployRectification", List.of("rectificationDeployedOn"),
          "Task_PublicityByUnit", List.of("activityOn"),
          "Task_PublicityBySubdistrict", List.of("activityOn"));

  private final Clock clock;

  DateRule(Clock clock) {
    this.clock = clock;
  }

  @Override
  public boolean appliesTo(String taskDefinitionKey) {
    return DAYS.containsKey(taskDefinitionKey);
  }

  @Override
  public void check(DelegateTask task) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), WorkingDays.ZONE);
    for (String name : DAYS.get(task.getTaskDefinitionKey())) {
      LocalDate day = FormValues.day(task, name);
      if (day == null) {
        throw new TaskRefused("CF-E512 请填写有效的日期。");
      }
      if (day.isAfter(today)) {
        throw new TaskRefused("CF-E513 填报的是已经办理的事项，日期不能晚于今天。");
      }
    }
  }
}
