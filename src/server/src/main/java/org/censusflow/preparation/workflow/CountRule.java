package org.censusflow.preparation.workflow;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.censusflow.base.engine.TaskRefused;
import org.censusflow.base.form.FormValues;
import org.censusflow.base.process.preparation.FundingProcess;
import org.censusflow.base.process.preparation.StaffingProcess;
import org.censusflow.base.process.preparation.SubdistrictSetupProcess;
import org.censusflow.base.process.preparation.UnitPlanProcess;
import org.censusflow.base.task.TaskRule;
import org.censusflow.preparation.Funds;
import org.censusflow.preparation.Staff;
import org.springframework.stereotype.Component;

/** A part is never more than its whole, whatever a form or a program submits. */
@Component
class CountRule implements TaskRule {

  /** One number that may not exceed another, and what to tell the officer when it does. */
  private record Limit(String part, String whole, String message) {}

  private static final Map<String, List<Limit>> LIMITS =
      Map.of(
          UnitPlanProcess.DRAFT_PLAN,
          List.of(new Limit("secondedStaff", "planStaff", "CF-E520 选调到普查办的人数不能多于参加普查工作的人数。")),
          SubdistrictSetupProcess.SET_UP_OFFICE,
          List.of(new Limit("officeSeconded", "officeStaff", "CF-E521 借调人员不能多于办公室人员。")),
          SubdistrictSetupProcess.SET_UP_GROUPS,
          List.of(
              new Limit("workingGroupCount", "communityCount", "CF-E522 工作小组不能多于村（居）委会。"),
              new Limit("organisationsNamed", "organisationCount", "CF-E524 明确责任部门的单位不能多于辖区单位。")),
          FundingProcess.RELEASE_TRANCHE,
          List.of(new Limit("trancheAmount", "fundsOutstanding", "CF-E531 本批拨付超过预算中尚未拨付的金额。")),
          FundingProcess.CHECK_FUNDS,
          List.of(new Limit("fundsMisused", "fundsReceived", "CF-E534 没有专款专用的金额不能多于实到金额。")),
          StaffingProcess.ESTIMATE_LOAD,
          List.of(new Limit("communityCount", "blockCount", "CF-E540 每个村（居）至少有一个普查小区。")),
          StaffingProcess.TRAIN_STAFF,
          List.of(
              new Limit("trainedEnumerators", "enumeratorsSelected", "CF-E541 参加培训的人数不能多于选调的人数。"),
              new Limit("trainedSupervisors", "supervisorsSelected", "CF-E541 参加培训的人数不能多于选调的人数。")),
          StaffingProcess.EXAMINE_STAFF,
          List.of(
              new Limit("passedEnumerators", "trainedEnumerators", "CF-E542 考核合格的人数不能多于参加培训的人数。"),
              new Limit("passedSupervisors", "trainedSupervisors", "CF-E542 考核合格的人数不能多于参加培训的人数。")),
          StaffingProcess.ISSUE_CERTIFICATES,
          List.of(
              new Limit("certifiedEnumerators", "passedEnumerators", "CF-E546 发证的人数不能多于考核合格的人数。"),
              new Limit("certifiedSupervisors", "passedSupervisors", "CF-E546 发证的人数不能多于考核合格的人数。")));

  private final Funds funds;
  private final Staff staff;

  CountRule(Funds funds, Staff staff) {
    this.funds = funds;
    this.staff = staff;
  }

  @Override
  public boolean appliesTo(String taskDefinitionKey) {
    return LIMITS.containsKey(taskDefinitionKey);
  }

  @Override
  public void check(DelegateTask task) {
    for (Limit limit : LIMITS.get(task.getTaskDefinitionKey())) {
      if (FormValues.amount(task, limit.part()) > whole(task, limit.whole())) {
        throw new TaskRefused(limit.message());
      }
    }
  }

  /** What an earlier step recorded comes from the register, the rest from the form itself. */
  private long whole(DelegateTask task, String name) {
    String key = task.getProcessInstanceId();
    return switch (name) {
      case "fundsOutstanding" -> funds.balance(key).outstanding();
      case "enumeratorsSelected" -> staff.selected(key).enumerators();
      case "supervisorsSelected" -> staff.selected(key).supervisors();
      case "passedEnumerators" -> staff.passed(key).enumerators();
      case "passedSupervisors" -> staff.passed(key).supervisors();
      case "trainedEnumerators", "trainedSupervisors" ->
          FormValues.amount(task.getExecution(), name);
      default -> FormValues.amount(task, name);
    };
  }
}
