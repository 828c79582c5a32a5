package org.censusflow.preparation.workflow;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.censusflow.base.district.WorkingDays;
import org.censusflow.base.engine.TaskRefused;
import org.censusflow.base.form.FormValues;
import org.censusflow.base.process.preparation.FundingProcess;
import org.censusflow.base.process.preparation.PublicityProcess;
import org.censusflow.base.process.preparation.RegisterRectificationProcess;
import org.censusflow.base.process.preparation.SubdistrictSetupProcess;
import org.censusflow.base.process.preparation.UnitPlanProcess;
import org.censusflow.base.task.TaskRule;
import org.springframework.stereotype.Component;

/** What a form reports as done was done on a day, and not on one that is still to come. */
@Component
class DateRule implements TaskRule {

  private static final Map<String, List<String>> DAYS =
      Map.of(
          UnitPlanProcess.CARRY_OUT_PLAN, List.of("deployedOn"),
          SubdistrictSetupProcess.SET_UP_OFFICE, List.of("leadingGroupOn"),
          FundingProcess.RELEASE_TRANCHE, List.of("trancheOn"),
          FundingProcess.CHECK_FUNDS, List.of("fundsReceivedOn"),
          FundingProcess.PAY_ALLOWANCE, List.of("paidOn"),
          PublicityProcess.ORGANISE_MEDIA, List.of("publicityDeployedOn"),
          RegisterRectificationProcess.DEPLOY_RECTIFICATION, List.of("rectificationDeployedOn"),
          PublicityProcess.PUBLICITY_BY_UNIT, List.of("activityOn"),
          PublicityProcess.PUBLICITY_BY_SUBDISTRICT, List.of("activityOn"));

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
