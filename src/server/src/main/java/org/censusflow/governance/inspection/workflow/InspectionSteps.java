package org.censusflow.governance.inspection.workflow;

import static org.censusflow.base.form.FormValues.text;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import java.util.List;
import java.util.function.Function;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.censusflow.base.data.Code;
import org.censusflow.base.district.District;
import org.censusflow.base.district.Districts;
import org.censusflow.base.district.DueDates;
import org.censusflow.base.district.Group;
import org.censusflow.base.district.GroupKind;
import org.censusflow.base.district.Subdistrict;
import org.censusflow.base.district.WorkingDays;
import org.censusflow.base.form.FormValues;
import org.censusflow.base.process.governance.InspectionProcess;
import org.censusflow.base.process.governance.ViolationProcess;
import org.censusflow.base.task.StaffGroups;
import org.censusflow.base.task.TaskDoers;
import org.censusflow.governance.inspection.InspectionFinding;
import org.censusflow.governance.inspection.Inspections;
import org.censusflow.governance.matter.Gravity;
import org.censusflow.governance.matter.Matter;
import org.censusflow.governance.matter.Matters;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** The steps of {@code Inspection}. Inspectors are account ids, here as in the form. */
@Component("inspectionSteps")
public class InspectionSteps {

  private final Districts districts;
  private final DueDates dueDates;
  private final StaffGroups staffGroups;
  private final Inspections inspections;
  private final Matters matters;
  private final RuntimeService runtime;
  private final TaskDoers doers;

  InspectionSteps(
      Districts districts,
      DueDates dueDates,
      StaffGroups staffGroups,
      Inspections inspections,
      Matters matters,
      @Lazy RuntimeService runtime,
      TaskDoers doers) {
    this.districts = districts;
    this.dueDates = dueDates;
    this.staffGroups = staffGroups;
    this.inspections = inspections;
    this.matters = matters;
    this.runtime = runtime;
    this.doers = doers;
  }

  /**
   * Gives the inspection a number. The office's people enforce the law; a unit that guides goes
   * with its own people, or together with the office's.
   */
  public void register(DelegateExecution execution) {
    District district = district(execution);
    String kind = text(execution, "inspectionKind");
    String title = text(execution, "inspectionTitle");
    long number =
        inspections.plan(
            district.id(), key(execution), kind, title, text(execution, "inspectionFocus"));
    String office = district.group(GroupKind.CENSUS_OFFICE).id();
    String groups =
        "enforcement".equals(kind)
            ? office
            : staffGroups
                .first(
                    district, text(execution, "plannedBy"), group -> group.kind() == GroupKind.UNIT)
                .map(Group::id)
                .map(unit -> unit + "," + office)
                .orElse(office);
    execution.setVariable("inspectionNumber", number);
    execution.setVariable("district", district.id());
    execution.setVariable("taskSubject", title);
    execution.setVariable("inspectorGroup", groups);
    execution.setVariable(
        "subdistrictOptions",
        FormValues.options(district.subdistricts(), Subdistrict::name, Subdistrict::key));
    execution.setVariable(
        "inspectorOptions",
        FormValues.options(staffGroups.accounts(groups), Function.identity(), Function.identity()));
    execution.setVariable("findingSummary", "");
    execution.setVariable("findingCount", 0);
  }

  public void assign(DelegateExecution execution) {
    District district = district(execution);
    String subdistrict = text(execution, "subdistrict");
    List<String> inspectors = FormValues.chosen(execution, "inspectors");
    LocalDate on = LocalDate.parse(text(execution, "inspectionOn"));
    inspections.name(key(execution), subdistrict, inspectors, on);
    execution.setVariable("subdistrictName", district.subdistrict(subdistrict).name());
    execution.setVariable("inspectorNames", String.join("、", inspectors));
    execution.setVariable(
        "inspectionDueAt",
        Date.from(
            dueDates.due(district, "inspection", on.atStartOfDay(WorkingDays.ZONE).toInstant())));
  }

  public void remind(DelegateExecution execution) {
    inspections.remind(key(execution));
    execution.setVariable("inspectionReminder", "检查已到期限，请尽快检查并记录。");
  }

  /** Keeps a finding as the decision table {@code FindingTreatment} rated it. */
  public void recordFinding(DelegateExecution execution) {
    int item = FormValues.number(execution, "findingCount") + 1;
    InspectionFinding finding =
        new InspectionFinding(
            item,
            text(execution, "findingType"),
            text(execution, "findingTitle"),
            text(execution, "findingText"),
            Code.of(Gravity.class, text(execution, "severity")),
            text(execution, "rectificationDeadline"),
            Boolean.TRUE.equals(execution.getVariable("refersViolation")));
    inspections.find(key(execution), finding);
    String line = "%d. %s（%s）".formatted(item, finding.title(), finding.severity().label());
    String before = text(execution, "findingSummary");
    execution.setVariable("findingSummary", before.isEmpty() ? line : before + "\n" + line);
    execution.setVariable("findingCount", item);
  }

  /** A record that goes back is written anew, its findings with it. */
  public void reopen(DelegateExecution execution) {
    inspections.withdrawFindings(key(execution));
    execution.setVariable("findingSummary", "");
    execution.setVariable("findingCount", 0);
    Date due = (Date) execution.getVariable("inspectionDueAt");
    Date again = Date.from(dueDates.due(district(execution), "review", now()));
    execution.setVariable("inspectionDueAt", due.after(again) ? due : again);
  }

  /**
   * The record is in force: the subdistrict has to put right what was found, and what looks like a
   * violation becomes a case of its own.
   */
  public void conclude(DelegateExecution execution) {
    inspections.conclude(
        key(execution),
        text(execution, "inspectionRecord"),
        doers.last(execution, InspectionProcess.RECORD_INSPECTION),
        doers.last(execution, InspectionProcess.COUNTERSIGN_INSPECTION));
    for (InspectionFinding finding : inspections.findings(key(execution))) {
      matters.open(matter(execution, finding));
      if (finding.refers()) {
        refer(execution, finding);
      }
    }
  }

  private void refer(DelegateExecution execution, InspectionFinding finding) {
    runtime
        .createProcessInstanceByKey(ViolationProcess.KEY)
        .businessKey(key(execution) + "-" + finding.item())
        .setVariable("district", district(execution).id())
        .setVariable("reportChannel", "inspection")
        .setVariable("reportedType", finding.kind())
        .setVariable("reportText", finding.title() + "：" + finding.content())
        .execute();
  }

  private Matter matter(DelegateExecution execution, InspectionFinding finding) {
    District district = district(execution);
    String subdistrict = text(execution, "subdistrict");
    return Matter.open(
        district.id(),
        Matter.Kind.FINDING,
        key(execution),
        finding.item(),
        text(execution, "inspectionTitle"),
        finding.title(),
        finding.content(),
        finding.severity(),
        district.group(GroupKind.SUBDISTRICT_OFFICE, subdistrict).id(),
        List.of(text(execution, "inspectorGroup").split(",")),
        FormValues.chosen(execution, "inspectors"),
        dueDates.due(district, finding.deadline(), now()));
  }

  /** The numbers of the findings' matters, for the loop that follows them up. */
  public List<String> matters(DelegateExecution execution) {
    return matters.numbersOf(key(execution));
  }

  public void close(DelegateExecution execution) {
    inspections.close(key(execution));
  }

  private static String key(DelegateExecution execution) {
    return execution.getProcessInstanceId();
  }

  private District district(DelegateExecution execution) {
    return districts.require(execution.getTenantId());
  }

  private static Instant now() {
    return ClockUtil.getCurrentTime().toInstant();
  }
}
