package org.censusflow.mapping.boundary.workflow;

import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.censusflow.base.district.District;
import org.censusflow.base.district.DueDates;
import org.censusflow.base.form.FormValues;
import org.censusflow.base.instance.InstanceDistrict;
import org.censusflow.base.instance.Reminders;
import org.censusflow.base.process.mapping.AreaDelimitationProcess;
import org.censusflow.base.task.TaskDoers;
import org.censusflow.mapping.area.AreaChecks;
import org.censusflow.mapping.area.AreaFinding;
import org.censusflow.mapping.area.AreaFinding.Group;
import org.censusflow.mapping.area.AreaFinding.Kind;
import org.censusflow.mapping.area.Readiness;
import org.censusflow.mapping.boundary.AreaProposals;
import org.censusflow.mapping.boundary.BlockProposal;
import org.censusflow.mapping.boundary.BoundaryChanges;
import org.springframework.stereotype.Component;

/** The steps of {@code AreaDelimitation}. */
@Component("delimitationSteps")
public class DelimitationSteps {

  private static final int SHOWN = 20;

  private final InstanceDistrict instance;
  private final AreaChecks checks;
  private final AreaProposals proposals;
  private final BoundaryChanges changes;
  private final DueDates dueDates;
  private final Clock clock;
  private final TaskDoers doers;

  DelimitationSteps(
      InstanceDistrict instance,
      AreaChecks checks,
      AreaProposals proposals,
      BoundaryChanges changes,
      DueDates dueDates,
      Clock clock,
      TaskDoers doers) {
    this.instance = instance;
    this.checks = checks;
    this.proposals = proposals;
    this.changes = changes;
    this.dueDates = dueDates;
    this.clock = clock;
    this.doers = doers;
  }

  public void open(DelegateExecution execution) {
    District district = instance.of(execution);
    String name = district.subdistrict(FormValues.text(execution, "subdistrict", "")).name();
    execution.setVariable("subdistrictName", name);
    execution.setVariable("taskSubject", name);
    execution.setVariable("checkRound", 0);
    execution.setVariable("returnReason", FormValues.text(execution, "returnReason", ""));
  }

  /**
   * Closing time of the last day of a window of the district's file; whoever is asked later, or
   * asked again, still has the working days of a request.
   */
  public Date due(DelegateExecution execution, String window) {
    return Date.from(dueOn(execution, window));
  }

  /** When the subdistrict is reminded of it. */
  public Date reminder(DelegateExecution execution, String window) {
    return Date.from(
        dueDates.reminder(instance.of(execution), dueOn(execution, window), clock.instant()));
  }

  private Instant dueOn(DelegateExecution execution, String window) {
    District district = instance.of(execution);
    Instant planned = dueDates.closing(district, district.window(window).to());
    Instant fair = dueDates.due(district, "request", clock.instant());
    return planned.isAfter(fair) ? planned : fair;
  }

  public void remind(DelegateExecution execution) {
    Reminders.count(execution);
  }

  /** Checks codes, lists and outlines, and counts the round. */
  public void check(DelegateExecution execution) {
    Readiness readiness = readiness(execution);
    execution.setVariable("coverageFaults", readiness.count(Group.COVERAGE));
    execution.setVariable("outlineFaults", readiness.count(Group.OUTLINE));
    execution.setVariable("checkRound", FormValues.number(execution, "checkRound") + 1);
    execution.setVariable("returnReason", readiness.ready() ? "" : readiness.text(SHOWN));
  }

  /** Measures the blocks against the load norm, and asks for a proposal. */
  public void measureLoad(DelegateExecution execution) {
    Readiness readiness = readiness(execution);
    List<BlockProposal> proposed =
        proposals.propose(censusId(execution), FormValues.text(execution, "subdistrict", ""));
    int heavy = count(readiness, Kind.OVERLOADED);
    int light = count(readiness, Kind.LIGHT);
    Readiness.Figures figures = readiness.figures();
    execution.setVariable("heavyBlocks", heavy);
    execution.setVariable("lightBlocks", light);
    execution.setVariable("lightShare", light / (double) Math.max(1, figures.blocks()));
    execution.setVariable("proposalCount", proposed.size());
    execution.setVariable("proposalText", text(proposed));
    execution.setVariable(
        "loadFigures",
        "小区 %d 个，%d 户 %d 人；偏大 %d 个，偏小 %d 个。"
            .formatted(figures.blocks(), figures.households(), figures.persons(), heavy, light));
  }

  private static int count(Readiness readiness, Kind kind) {
    return (int) readiness.findings().stream().map(AreaFinding::kind).filter(kind::equals).count();
  }

  private static String text(List<BlockProposal> proposed) {
    String shown =
        proposed.stream()
            .limit(SHOWN)
            .map(one -> "- " + one.block().substring(0, 12) + "：" + one.text() + "\n")
            .collect(Collectors.joining());
    return proposed.size() <= SHOWN ? shown : shown + "- 另有 " + (proposed.size() - SHOWN) + " 条\n";
  }

  /** Carries out what the subdistrict has agreed to, change by change. */
  public void applyProposal(DelegateExecution execution) {
    String by = doers.last(execution, AreaDelimitationProcess.ADJUST_BLOCKS);
    String reason = FormValues.text(execution, "adjustReason", "");
    proposals
        .propose(censusId(execution), FormValues.text(execution, "subdistrict", ""))
        .forEach(one -> changes.apply(censusId(execution), one, reason, by));
  }

  private Readiness readiness(DelegateExecution execution) {
    return checks.check(censusId(execution), FormValues.text(execution, "subdistrict", ""));
  }

  private String censusId(DelegateExecution execution) {
    return instance.of(execution).census().id();
  }
}
