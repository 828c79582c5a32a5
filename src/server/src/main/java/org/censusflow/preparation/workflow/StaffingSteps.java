package org.censusflow.preparation.workflow;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.censusflow.base.district.District;
import org.censusflow.base.district.GroupKind;
import org.censusflow.base.district.LoadNorm;
import org.censusflow.base.district.Subdistrict;
import org.censusflow.base.district.Unit;
import org.censusflow.base.form.FormValues;
import org.censusflow.base.process.preparation.StaffingProcess;
import org.censusflow.base.task.TaskDoers;
import org.censusflow.preparation.CertificatesEnd;
import org.censusflow.preparation.Staff;
import org.censusflow.preparation.Staff.Team;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The steps of {@code Staffing}. */
@Component("staffingSteps")
public class StaffingSteps {

  /** Duties to help find enumerators and supervisors: whichever unit has one is asked. */
  private static final Set<String> HELPING = Set.of("H1.05c", "H1.15b", "X3.2.02", "X3.2.10");

  private final PreparationInstance instance;
  private final TaskDoers doers;
  private final Accounts accounts;
  private final Staff staff;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  StaffingSteps(
      PreparationInstance instance,
      TaskDoers doers,
      Accounts accounts,
      Staff staff,
      ApplicationEventPublisher events,
      Clock clock) {
    this.instance = instance;
    this.doers = doers;
    this.accounts = accounts;
    this.staff = staff;
    this.events = events;
    this.clock = clock;
  }

  /** Finds out whose staff it is; without a kind it is the first selection. */
  public void register(DelegateExecution execution) {
    District district = instance.open(execution);
    Subdistrict part =
        district.subdistrict(instance.part(execution, "subdistrict", GroupKind.SUBDISTRICT_OFFICE));
    String kind =
        "replacement".equals(execution.getVariable("staffingKind")) ? "replacement" : "initial";
    staff.register(key(execution), district.census().id(), district.id(), part.key(), kind);
    execution.setVariable("subdistrict", part.key());
    execution.setVariable("subdistrictName", part.name());
    execution.setVariable("taskSubject", part.name());
    execution.setVariable("staffingKind", kind);
    execution.setVariable("staffingNote", FormValues.text(execution, "staffingNote"));
    execution.setVariable("supportSummary", "");
    execution.setVariable(
        "certifiedOptions", accounts.options(accounts.of(district, part.key(), true)));
  }

  /** Enumerators for the {@code households} or {@code persons} of the subdistrict, by the norm. */
  public int enumeratorsFor(DelegateExecution execution, String measure) {
    LoadNorm norm = instance.district(execution).loadNorm();
    return "persons".equals(measure)
        ? each(FormValues.number(execution, "personCount"), norm.persons())
        : each(FormValues.number(execution, "householdCount"), norm.households());
  }

  private static int each(int all, int load) {
    return (all + load - 1) / load;
  }

  /** Most enumerators of one supervisor. */
  public int teamSize(DelegateExecution execution) {
    return instance.district(execution).loadNorm().mostEnumerators();
  }

  /** What certificates that end mean for the work is for those to say who keep it. */
  private void end(DelegateExecution execution, List<String> people, LocalDate day, String reason) {
    if (!people.isEmpty()) {
      District district = instance.district(execution);
      events.publishEvent(
          new CertificatesEnd(
              district.census().id(),
              district.id(),
              FormValues.text(execution, "subdistrict"),
              people,
              day,
              reason));
    }
  }

  @Transactional
  public void recordWithdrawal(DelegateExecution execution) {
    Team team = team(execution, "withdrawn");
    staff.withdraw(
        key(execution),
        team,
        FormValues.chosen(execution, "withdrawnAccounts"),
        FormValues.text(execution, "withdrawCause"),
        doers.last(execution, StaffingProcess.WITHDRAW_STAFF));
    end(
        execution,
        FormValues.chosen(execution, "withdrawnAccounts"),
        LocalDate.now(clock),
        "证件已收回");
    execution.setVariable("enumeratorsNeeded", team.enumerators());
    execution.setVariable("supervisorsNeeded", team.supervisors());
    execution.setVariable("workloadBasis", "更换在岗人员");
  }

  public void remind(DelegateExecution execution) {
    staff.remind(key(execution));
  }

  public void recordNomination(DelegateExecution execution) {
    Team needed = needed(execution);
    Team selected =
        new Team(
            FormValues.number(execution, "enumeratorsSelected"),
            FormValues.number(execution, "supervisorsSelected"));
    Map<String, Integer> sources = new LinkedHashMap<>();
    for (StaffSource source : StaffSource.values()) {
      sources.put(source.key(), FormValues.number(execution, source.field()));
    }
    staff.nominate(
        key(execution),
        needed,
        selected,
        sources,
        doers.last(execution, StaffingProcess.NOMINATE_STAFF));
    execution.setVariable("staffSufficient", missing(needed, selected) == 0);
    execution.setVariable(
        "sourceSummary",
        List.of(StaffSource.values()).stream()
            .filter(source -> sources.get(source.key()) > 0)
            .map(source -> "- " + source.label() + " " + sources.get(source.key()) + " 人")
            .collect(Collectors.joining("\n")));
  }

  /** The units whose duty it is to help with the selection in this district. */
  public List<String> helpers(DelegateExecution execution) {
    return instance.district(execution).units().stream()
        .filter(unit -> unit.duties().stream().anyMatch(duty -> HELPING.contains(duty.clause())))
        .map(Unit::key)
        .toList();
  }

  /** Collects what a unit can offer for whoever selects. */
  public void recordSupport(DelegateExecution execution) {
    String unit = FormValues.text(execution, "unit");
    int people = FormValues.number(execution, "offeredStaff");
    String note = FormValues.text(execution, "offerNote");
    staff.support(key(execution), unit, people, note);
    String line =
        "- %s：%d 人，%s".formatted(instance.district(execution).unit(unit).name(), people, note);
    String before = (String) execution.getProcessInstance().getVariable("supportSummary");
    execution
        .getProcessInstance()
        .setVariable("supportSummary", before.isEmpty() ? line : before + "\n" + line);
  }

  /** Qualified people that are still missing, enumerators and supervisors each for themselves. */
  public int missing(DelegateExecution execution) {
    return missing(needed(execution), team(execution, "passed"));
  }

  /** People who were trained and have not passed. */
  public int failed(DelegateExecution execution) {
    return team(execution, "trained").people() - team(execution, "passed").people();
  }

  /** Exams before the one that is being judged. */
  public int sittings(DelegateExecution execution) {
    return staff.sittings(key(execution));
  }

  public void recordExam(DelegateExecution execution) {
    staff.examine(
        key(execution),
        team(execution, "trained"),
        FormValues.number(execution, "trainingHours"),
        team(execution, "passed"),
        doers.last(execution, StaffingProcess.EXAMINE_STAFF));
    List<String> without =
        accounts.of(instance.district(execution), FormValues.text(execution, "subdistrict"), false);
    execution.setVariable("accountOptions", accounts.options(without));
  }

  @Transactional
  public void recordCertificates(DelegateExecution execution) {
    LocalDate validTo = FormValues.day(execution, "certificatesValidTo");
    staff.certify(
        key(execution),
        team(execution, "certified"),
        FormValues.chosen(execution, "certifiedAccounts"),
        validTo,
        doers.last(execution, StaffingProcess.ISSUE_CERTIFICATES));
    if (validTo != null) {
      end(
          execution,
          FormValues.chosen(execution, "certifiedAccounts"),
          validTo.plusDays(1),
          "证件到期");
    }
  }

  private static int missing(Team needed, Team actual) {
    return Math.max(0, needed.enumerators() - actual.enumerators())
        + Math.max(0, needed.supervisors() - actual.supervisors());
  }

  private static Team needed(DelegateExecution execution) {
    return new Team(
        FormValues.number(execution, "enumeratorsNeeded"),
        FormValues.number(execution, "supervisorsNeeded"));
  }

  private static Team team(DelegateExecution execution, String stage) {
    return new Team(
        FormValues.number(execution, stage + "Enumerators"),
        FormValues.number(execution, stage + "Supervisors"));
  }

  private static String key(DelegateExecution execution) {
    return execution.getProcessInstanceId();
  }
}
