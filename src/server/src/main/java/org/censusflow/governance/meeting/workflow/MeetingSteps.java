package org.censusflow.governance.meeting.workflow;

import static org.censusflow.base.form.FormValues.text;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.censusflow.base.data.Code;
import org.censusflow.base.district.District;
import org.censusflow.base.district.Districts;
import org.censusflow.base.district.DueDates;
import org.censusflow.base.district.Group;
import org.censusflow.base.district.GroupKind;
import org.censusflow.base.district.Unit;
import org.censusflow.base.form.FormValues;
import org.censusflow.base.process.governance.LeadingGroupMeetingProcess;
import org.censusflow.base.task.TaskDoers;
import org.censusflow.governance.matter.Gravity;
import org.censusflow.governance.matter.Matter;
import org.censusflow.governance.matter.Matters;
import org.censusflow.governance.matter.OpenProblems;
import org.censusflow.governance.matter.OpenProblems.Problem;
import org.censusflow.governance.meeting.Meetings;
import org.censusflow.governance.meeting.Meetings.Decision;
import org.springframework.stereotype.Component;

/** The steps of {@code LeadingGroupMeeting}. */
@Component("meetingSteps")
public class MeetingSteps {

  private static final String NONE = "none";
  private static final String CONVENER = "government-office";

  private final Districts districts;
  private final DueDates dueDates;
  private final Meetings meetings;
  private final Matters matters;
  private final OpenProblems problems;
  private final TaskDoers doers;

  MeetingSteps(
      Districts districts,
      DueDates dueDates,
      Meetings meetings,
      Matters matters,
      OpenProblems problems,
      TaskDoers doers) {
    this.districts = districts;
    this.dueDates = dueDates;
    this.meetings = meetings;
    this.matters = matters;
    this.problems = problems;
    this.doers = doers;
  }

  /** Gives the meeting a number and gathers what waits for it. */
  public void collect(DelegateExecution execution) {
    District district = district(execution);
    long number =
        meetings.propose(
            district.id(), key(execution), text(execution, "meetingTitle"), occasion(execution));
    List<Problem> open = problems.of(district.id());
    String list =
        open.stream()
            .map(problem -> "- " + problem.title())
            .limit(30)
            .collect(Collectors.joining("\n"));
    execution.setVariable("meetingNumber", number);
    execution.setVariable("district", district.id());
    execution.setVariable("taskSubject", text(execution, "meetingTitle"));
    execution.setVariable("openProblems", open.isEmpty() ? "没有未决的重大问题。" : list);
    execution.setVariable("openProblemCount", open.size());
    execution.setVariable("decisionSummary", "");
    execution.setVariable("decisionCount", 0);
  }

  private static String occasion(DelegateExecution execution) {
    return text(execution, "meetingOccasion");
  }

  public void cancel(DelegateExecution execution) {
    meetings.cancel(key(execution), text(execution, "returnReason"));
  }

  /** The meeting takes place: whom to choose from when it is recorded. */
  public void convene(DelegateExecution execution) {
    District district = district(execution);
    meetings.convene(
        key(execution),
        text(execution, "agendaText"),
        LocalDate.parse(text(execution, "meetingOn")),
        text(execution, "meetingPlace"));
    execution.setVariable("returnReason", "");
    execution.setVariable(
        "unitOptions", FormValues.options(district.units(), Unit::name, Unit::key));
    execution.setVariable(
        "responsibleOptions", FormValues.options(responsible(district), Group::name, Group::key));
    List<Problem> open = new ArrayList<>(problems.of(district.id()));
    open.add(0, new Problem(NONE, "无", null));
    execution.setVariable("problemOptions", FormValues.options(open, Problem::title, Problem::key));
  }

  /** Who may have to carry out a decision: the units, the census office, the subdistricts. */
  private static List<Group> responsible(District district) {
    return district.groups().stream()
        .filter(
            group ->
                group.kind() == GroupKind.UNIT
                    || group.kind() == GroupKind.CENSUS_OFFICE
                    || group.kind() == GroupKind.SUBDISTRICT_OFFICE)
        .toList();
  }

  /** The office that sends the notice; the census office where the district lists no other. */
  public String convener(DelegateExecution execution) {
    District district = district(execution);
    return district.findUnit(CONVENER).isPresent()
        ? district.group(CONVENER).id()
        : district.group(GroupKind.CENSUS_OFFICE).id();
  }

  public void recordDecision(DelegateExecution execution) {
    District district = district(execution);
    int item = FormValues.number(execution, "decisionCount") + 1;
    String settles = text(execution, "settlesProblem");
    Group responsible = district.group(text(execution, "decisionUnit"));
    Decision decision =
        new Decision(
            item,
            text(execution, "decisionTitle"),
            text(execution, "decisionText"),
            responsible.id(),
            LocalDate.parse(text(execution, "decisionDueOn")),
            Code.of(Gravity.class, text(execution, "decisionSeverity")),
            NONE.equals(settles) ? null : settles);
    meetings.decide(key(execution), decision);
    String line =
        "%d. %s（%s，%s前）"
            .formatted(item, decision.title(), responsible.name(), decision.dueOn().toString());
    String before = text(execution, "decisionSummary");
    execution.setVariable("decisionSummary", before.isEmpty() ? line : before + "\n" + line);
    execution.setVariable("decisionCount", item);
  }

  /** Minutes that go back are recorded anew, their decisions with them. */
  public void reopenMinutes(DelegateExecution execution) {
    meetings.withdrawDecisions(key(execution));
    execution.setVariable("decisionSummary", "");
    execution.setVariable("decisionCount", 0);
  }

  /** The minutes are in force: each decision becomes a matter that its unit has to see to. */
  public void issueMinutes(DelegateExecution execution) {
    District district = district(execution);
    meetings.minute(
        key(execution),
        FormValues.chosen(execution, "attendedUnits"),
        text(execution, "absenceNote"),
        text(execution, "minutesText"),
        doers.last(execution, LeadingGroupMeetingProcess.SIGN_MINUTES));
    for (Decision decision : meetings.decisions(key(execution))) {
      matters.open(matter(execution, district, decision));
      if (decision.settles() != null && decision.settles().startsWith("matter:")) {
        matters.considered(Long.parseLong(decision.settles().substring("matter:".length())));
      }
    }
  }

  private Matter matter(DelegateExecution execution, District district, Decision decision) {
    return Matter.open(
        district.id(),
        Matter.Kind.DECISION,
        key(execution),
        decision.item(),
        text(execution, "meetingTitle"),
        decision.title(),
        decision.content(),
        decision.severity(),
        decision.responsible(),
        List.of(district.group(GroupKind.CENSUS_LEADS).id()),
        List.of(),
        dueDates.closing(district, decision.dueOn()));
  }

  /** The numbers of the decisions' matters, for the loop that follows them up. */
  public List<String> matters(DelegateExecution execution) {
    return matters.numbersOf(key(execution));
  }

  public void close(DelegateExecution execution) {
    meetings.close(key(execution));
  }

  private static String key(DelegateExecution execution) {
    return execution.getProcessInstanceId();
  }

  private District district(DelegateExecution execution) {
    return districts.require(execution.getTenantId());
  }
}
