package org.censusflow.governance.matter.workflow;

import static org.censusflow.base.form.FormValues.text;

import java.time.Instant;
import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.censusflow.base.data.Code;
import org.censusflow.base.district.District;
import org.censusflow.base.district.Districts;
import org.censusflow.base.district.DueDates;
import org.censusflow.base.district.Group;
import org.censusflow.base.district.GroupKind;
import org.censusflow.base.process.governance.MatterFollowUpProcess;
import org.censusflow.base.task.TaskDoers;
import org.censusflow.governance.matter.Matter;
import org.censusflow.governance.matter.Matters;
import org.censusflow.governance.matter.Urging;
import org.springframework.stereotype.Component;

/** The steps of {@code MatterFollowUp}. */
@Component("matterSteps")
public class MatterSteps {

  private final Districts districts;
  private final DueDates dueDates;
  private final Matters matters;
  private final TaskDoers doers;

  MatterSteps(Districts districts, DueDates dueDates, Matters matters, TaskDoers doers) {
    this.districts = districts;
    this.dueDates = dueDates;
    this.matters = matters;
    this.doers = doers;
  }

  /** Tells tasks and forms what is to be done by whom and by when. */
  public void describe(DelegateExecution execution) {
    Matter matter = matter(execution);
    execution.setVariable("district", matter.district());
    execution.setVariable("matterTitle", matter.title());
    execution.setVariable("matterText", matter.content());
    execution.setVariable("matterSource", matter.source());
    execution.setVariable("responsibleGroup", matter.responsible());
    execution.setVariable("responsibleName", nameOf(execution, matter.responsible()));
    execution.setVariable("verifierGroup", String.join(",", matter.verifierGroups()));
    execution.setVariable("severity", matter.severity().code());
    execution.setVariable("taskSubject", matter.title());
    setDates(execution, matter);
  }

  public void remind(DelegateExecution execution) {
    matters.remind(id(execution));
    execution.setVariable("reminderNote", "期限将到，请抓紧办理并报告。");
  }

  /** The group that the decision table {@code EscalationLevel} names. */
  public String escalatedTo(DelegateExecution execution) {
    GroupKind kind =
        "leading-group".equals(text(execution, "escalationLevel"))
            ? GroupKind.LEADING_GROUP
            : GroupKind.CENSUS_LEADS;
    return district(execution).group(kind).id();
  }

  public void recordUrging(DelegateExecution execution) {
    Urging urging = Code.of(Urging.class, text(execution, "urgeMeasure"));
    matters.urge(
        id(execution),
        doers.last(execution, MatterFollowUpProcess.URGE_MATTER),
        urging.label() + "：" + text(execution, "urgeNote"),
        urging == Urging.MEETING);
    execution.setVariable("reminderNote", "事项已逾期，已" + urging.label() + "。");
  }

  /** Gives the unit time again: to the old date, or a few working days when that is too near. */
  public void returnReport(DelegateExecution execution) {
    Matter matter = matter(execution);
    Instant soon = dueDates.due(district(execution), "urgent-rectification", now());
    matters.giveBack(
        matter.id(),
        doers.last(execution, MatterFollowUpProcess.CONFIRM_MATTER),
        text(execution, "returnReason"),
        matter.dueAt().isAfter(soon) ? matter.dueAt() : soon);
    setDates(execution, matter(execution));
  }

  public void close(DelegateExecution execution) {
    matters.close(
        id(execution),
        text(execution, "matterReport"),
        doers.last(execution, MatterFollowUpProcess.REPORT_MATTER),
        doers.last(execution, MatterFollowUpProcess.CONFIRM_MATTER));
  }

  private void setDates(DelegateExecution execution, Matter matter) {
    execution.setVariable("dueAt", Date.from(matter.dueAt()));
    execution.setVariable(
        "reminderAt", Date.from(dueDates.reminder(district(execution), matter.dueAt(), now())));
    execution.setVariable("returnCount", matter.returns());
  }

  private String nameOf(DelegateExecution execution, String group) {
    return district(execution).groups().stream()
        .filter(candidate -> candidate.id().equals(group))
        .map(Group::name)
        .findFirst()
        .orElse(group);
  }

  private Matter matter(DelegateExecution execution) {
    return matters.require(id(execution));
  }

  private static long id(DelegateExecution execution) {
    return Long.parseLong(text(execution, "matterId"));
  }

  private District district(DelegateExecution execution) {
    return districts.require(execution.getTenantId());
  }

  private static Instant now() {
    return ClockUtil.getCurrentTime().toInstant();
  }
}
