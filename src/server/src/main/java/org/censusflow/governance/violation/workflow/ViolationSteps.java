package org.censusflow.governance.violation.workflow;

import static org.censusflow.base.form.FormValues.text;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.censusflow.base.data.Code;
import org.censusflow.base.district.District;
import org.censusflow.base.district.Districts;
import org.censusflow.base.district.GroupKind;
import org.censusflow.base.form.FormValues;
import org.censusflow.base.process.governance.ViolationInvestigationProcess;
import org.censusflow.base.process.governance.ViolationProcess;
import org.censusflow.base.task.CallingInstance;
import org.censusflow.base.task.StaffGroups;
import org.censusflow.base.task.TaskDoers;
import org.censusflow.governance.matter.Gravity;
import org.censusflow.governance.violation.Violations;
import org.springframework.stereotype.Component;

/** The steps of {@code Violation}. None of them knows who reported it. */
@Component("violationSteps")
public class ViolationSteps {

  private static final String BUREAU = "statistics";

  /** What may be done, by the keys of the decision table {@code Disposition}. */
  private static final Map<String, String> DISPOSITIONS = new LinkedHashMap<>();

  /** Whom a case may be handed to. */
  private static final Map<String, String> RECIPIENTS = new LinkedHashMap<>();

  static {
    RECIPIENTS.put("appointing-authority", "任免机关");
    RECIPIENTS.put("discipline-inspection", "纪检监察机关");
    RECIPIENTS.put("organisation-department", "组织人事部门");
    RECIPIENTS.put("police", "公安机关");
    DISPOSITIONS.put("correct", "责令改正、批评教育");
    DISPOSITIONS.put("fine", "责令改正并罚款");
    RECIPIENTS.forEach((key, name) -> DISPOSITIONS.put(key, "移送" + name));
  }

  private final Districts districts;
  private final StaffGroups staffGroups;
  private final Violations violations;
  private final SealedReport sealedReport;
  private final DispositionTable table;
  private final TaskDoers doers;

  ViolationSteps(
      Districts districts,
      StaffGroups staffGroups,
      Violations violations,
      SealedReport sealedReport,
      DispositionTable table,
      TaskDoers doers) {
    this.table = table;
    this.districts = districts;
    this.staffGroups = staffGroups;
    this.violations = violations;
    this.sealedReport = sealedReport;
    this.doers = doers;
  }

  public void register(DelegateExecution execution) {
    District district = district(execution);
    long number =
        violations.receive(
            district.id(),
            key(execution),
            text(execution, "reportChannel"),
            text(execution, "reportedType"));
    execution.setVariable("caseNumber", number);
    execution.setVariable("district", district.id());
    execution.setVariable("taskSubject", "第%d号".formatted(number));
    execution.setVariable(
        "investigatorOptions",
        FormValues.options(
            staffGroups.accounts(investigatorGroups(execution)),
            Function.identity(),
            Function.identity()));
  }

  /** The statistics bureau; its office where the district lists no such unit. */
  public String bureau(DelegateExecution execution) {
    District district = district(execution);
    return district.findUnit(BUREAU).isPresent()
        ? district.group(BUREAU).id()
        : district.group(GroupKind.CENSUS_OFFICE).id();
  }

  /** Those who may investigate: the bureau and its census office. */
  public String investigatorGroups(DelegateExecution execution) {
    String office = district(execution).group(GroupKind.CENSUS_OFFICE).id();
    return bureau(execution).equals(office) ? office : bureau(execution) + "," + office;
  }

  /** The screened summary takes the place of the report's own words, which go for good. */
  public void seal(DelegateExecution execution) {
    violations.screen(
        key(execution),
        text(execution, "caseSummary"),
        text(execution, "screeningReason"),
        doers.last(execution, ViolationProcess.SCREEN_REPORT));
    sealedReport.delete(execution);
  }

  public void reject(DelegateExecution execution) {
    violations.reject(key(execution));
  }

  public void openCase(DelegateExecution execution) {
    List<String> investigators = FormValues.chosen(execution, "investigators");
    violations.open(key(execution), investigators);
    execution.setVariable("investigatorNames", String.join("、", investigators));
  }

  public void remind(DelegateExecution execution) {
    violations.remind(key(execution));
  }

  public void closeUnfounded(DelegateExecution execution) {
    violations.closeUnfounded(key(execution));
  }

  /** Offers what the decision table allows, its proposal chosen. */
  public void offer(DelegateExecution execution) {
    List<String> allowed = Arrays.asList(text(execution, "allowedDispositions").split(","));
    execution.setVariable(
        "dispositionOptions", FormValues.options(allowed, DISPOSITIONS::get, Function.identity()));
    execution.setVariable("disposition", text(execution, "proposedDisposition"));
    execution.setVariable("returnReason", "");
  }

  /** Keeps what two people found, with their names. */
  public void establish(DelegateExecution execution) {
    violations.establish(
        key(execution),
        new Violations.Findings(
            text(execution, "factsFound"),
            text(execution, "evidenceList"),
            text(execution, "offenderKind"),
            text(execution, "violationType"),
            Code.of(Gravity.class, text(execution, "gravity")),
            doers.last(execution, ViolationInvestigationProcess.INVESTIGATE),
            doers.last(execution, ViolationInvestigationProcess.COUNTERSIGN_INVESTIGATION)));
  }

  public void dispose(DelegateExecution execution) {
    String kind = text(execution, "disposition");
    Integer fine = "fine".equals(kind) ? FormValues.number(execution, "fineAmount") : null;
    if (!table.of(execution.getProcessEngineServices(), key(execution)).allows(kind, fine)) {
      throw new IllegalStateException(
          "CF-E162 The law does not allow the disposition of case " + key(execution));
    }
    violations.dispose(
        key(execution), new Violations.Disposition(kind, text(execution, "dispositionText"), fine));
    execution.setVariable("caseTransferred", RECIPIENTS.containsKey(kind));
    execution.setVariable("recipientName", RECIPIENTS.getOrDefault(kind, ""));
  }

  public void recordTransfer(DelegateExecution execution) {
    violations.transfer(
        key(execution), text(execution, "transferNumber"), date(execution, "transferredOn"));
  }

  public void remindReceipt(DelegateExecution execution) {
    violations.remind(key(execution));
    execution.setVariable("receiptNote", "回执期限将到，请向接收机关催问。");
  }

  public void recordReceipt(DelegateExecution execution) {
    violations.recordReceipt(
        key(execution), text(execution, "receiptNumber"), date(execution, "receivedOn"));
  }

  public void publish(DelegateExecution execution) {
    violations.publish(
        key(execution),
        text(execution, "caseResult"),
        text(execution, "noticeTitle"),
        text(execution, "noticeText"));
  }

  private static LocalDate date(DelegateExecution execution, String name) {
    return LocalDate.parse(text(execution, name));
  }

  private static String key(DelegateExecution execution) {
    return CallingInstance.of(execution, ViolationProcess.KEY);
  }

  private District district(DelegateExecution execution) {
    return districts.require(execution.getTenantId());
  }
}
