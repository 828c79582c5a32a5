package org.censusflow.governance.violation.workflow;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.censusflow.base.engine.TaskRefused;
import org.censusflow.base.form.FormValues;
import org.censusflow.base.process.governance.ViolationInvestigationProcess;
import org.censusflow.base.process.governance.ViolationProcess;
import org.censusflow.base.process.governance.ViolationTransferProcess;
import org.censusflow.base.task.Claim;
import org.censusflow.base.task.StaffGroups;
import org.censusflow.base.task.TaskRule;
import org.censusflow.governance.violation.ReporterTraces;
import org.censusflow.governance.violation.workflow.DispositionTable.Law;
import org.springframework.stereotype.Component;

/**
 * A violation's tasks: no text gives the reporter away, two people investigate, and a disposition
 * stays within the law (a person is never fined).
 */
@Component
class ViolationRule implements TaskRule {

  /** The texts of each task that are read for traces. */
  private static final Map<String, List<String>> TEXTS =
      Map.of(
          ViolationProcess.SCREEN_REPORT, List.of("caseSummary", "screeningReason"),
          ViolationInvestigationProcess.NAME_INVESTIGATORS, List.of(),
          ViolationInvestigationProcess.INVESTIGATE, List.of("factsFound", "evidenceList"),
          ViolationInvestigationProcess.COUNTERSIGN_INVESTIGATION, List.of("decisionReason"),
          ViolationProcess.DRAFT_DISPOSITION, List.of("dispositionText"),
          ViolationProcess.APPROVE_DISPOSITION, List.of("decisionReason"),
          ViolationProcess.EXECUTE_DISPOSITION, List.of("caseResult"),
          ViolationTransferProcess.RECORD_RESULT, List.of("caseResult"),
          ViolationProcess.DRAFT_NOTICE, List.of("noticeTitle", "noticeText"));

  private final StaffGroups staffGroups;
  private final ViolationSteps steps;
  private final DispositionTable table;

  ViolationRule(StaffGroups staffGroups, ViolationSteps steps, DispositionTable table) {
    this.table = table;
    this.staffGroups = staffGroups;
    this.steps = steps;
  }

  @Override
  public boolean appliesTo(String taskDefinitionKey) {
    return TEXTS.containsKey(taskDefinitionKey);
  }

  @Override
  public void check(DelegateTask task) {
    for (String name : TEXTS.get(task.getTaskDefinitionKey())) {
      ReporterTraces.in(FormValues.text(task, name))
          .ifPresent(
              trace -> {
                throw new TaskRefused("CF-E731 内容里有" + trace + "，请删去后再提交。");
              });
    }
    switch (task.getTaskDefinitionKey()) {
      case ViolationInvestigationProcess.NAME_INVESTIGATORS -> checkNames(task);
      case ViolationInvestigationProcess.INVESTIGATE,
          ViolationInvestigationProcess.COUNTERSIGN_INVESTIGATION ->
          Claim.byOneOf(task, investigators(task), "指定的调查人员");
      case ViolationProcess.DRAFT_DISPOSITION -> checkDisposition(task);
      default -> {
        // Only the texts.
      }
    }
  }

  private void checkNames(DelegateTask task) {
    List<String> known = staffGroups.accounts(steps.investigatorGroups(task.getExecution()));
    if (investigators(task).size() < 2 || !known.containsAll(investigators(task))) {
      throw new TaskRefused("CF-E732 请从所列账号中指定至少两名调查人员。");
    }
  }

  private void checkDisposition(DelegateTask task) {
    String chosen = FormValues.text(task, "disposition");
    Law law = table.of(task.getProcessEngineServices(), task.getProcessInstanceId());
    if (!law.allowed().contains(chosen)) {
      throw new TaskRefused("CF-E733 这种情形不能采用所选的处理方式，请从所列选项中选择。");
    }
    if ("fine".equals(chosen)) {
      Object amount = task.getVariable("fineAmount");
      if (!(amount instanceof Number fine) || !law.allowsFine(fine)) {
        throw new TaskRefused("CF-E734 请填写罚款金额，不得超过法定限额 " + law.fineLimit() + " 元。");
      }
    }
  }

  private static List<String> investigators(DelegateTask task) {
    return FormValues.chosen(task, "investigators");
  }
}
