package org.censusflow.postenumeration.quality.workflow;

import static org.censusflow.base.form.FormValues.chosen;
import static org.censusflow.base.form.FormValues.day;
import static org.censusflow.base.form.FormValues.flag;
import static org.censusflow.base.form.FormValues.number;
import static org.censusflow.base.form.FormValues.text;

import java.time.LocalDate;
import java.util.Date;
import java.util.List;
import java.util.function.Function;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.censusflow.base.data.Code;
import org.censusflow.base.district.District;
import org.censusflow.base.district.Districts;
import org.censusflow.base.district.DueDates;
import org.censusflow.base.district.WorkingDays;
import org.censusflow.base.form.FormValues;
import org.censusflow.base.process.postenumeration.SampleBlockCheckProcess;
import org.censusflow.base.task.TaskDoers;
import org.censusflow.governance.inspection.InspectionFinding;
import org.censusflow.governance.matter.Gravity;
import org.censusflow.postenumeration.quality.SampleBlocks;
import org.censusflow.postenumeration.quality.SampleBlocks.Key;
import org.censusflow.registration.answers.Block;
import org.censusflow.registration.answers.Registrations;
import org.springframework.stereotype.Component;

/** The steps of {@code SampleBlockCheck}. */
@Component("sampleBlockSteps")
public class SampleBlockSteps {

  private final Districts districts;
  private final DueDates dueDates;
  private final Registrations registrations;
  private final SampleBlocks blocks;
  private final CheckTeams teams;
  private final FindingFollowUp followUp;
  private final TaskDoers doers;

  SampleBlockSteps(
      Districts districts,
      DueDates dueDates,
      Registrations registrations,
      SampleBlocks blocks,
      CheckTeams teams,
      FindingFollowUp followUp,
      TaskDoers doers) {
    this.districts = districts;
    this.dueDates = dueDates;
    this.registrations = registrations;
    this.blocks = blocks;
    this.teams = teams;
    this.followUp = followUp;
    this.doers = doers;
  }

  public void open(DelegateExecution execution) {
    District district = district(execution);
    String code = text(execution, "block");
    Block block =
        registrations.blocks(district.census().id()).stream()
            .filter(it -> it.code().equals(code))
            .findFirst()
            .orElseThrow(() -> new IllegalStateException("No block " + code));
    String name = block.communityName() + "第" + code.substring(12) + "普查小区";
    execution.setVariable("subdistrict", block.subdistrict());
    execution.setVariable("blockName", name);
    execution.setVariable("taskSubject", name);
    execution.setVariable(
        "checkerOptions",
        FormValues.options(
            teams.candidates(district, block.subdistrict(), code),
            Function.identity(),
            Function.identity()));
    execution.setVariable("findingSummary", "");
    execution.setVariable("findingCount", 0);
    execution.setVariable("comparisonRound", 0);
    execution.setVariable("returnReason", "");
    execution.setVariable("checkReminder", "");
    execution.setVariable("countNote", "");
  }

  /** Groups of whom one counts; commas between. */
  public String teamGroups(DelegateExecution execution) {
    return String.join(",", teams.groups(district(execution), text(execution, "subdistrict")));
  }

  public void recordTeam(DelegateExecution execution) {
    LocalDate visitOn = day(execution, "visitOn");
    blocks.name(
        key(execution), text(execution, "checkLeader"), chosen(execution, "checkers"), visitOn);
    execution.setVariable(
        "countDueAt",
        Date.from(
            dueDates.due(
                district(execution),
                "inspection",
                visitOn.atStartOfDay(WorkingDays.ZONE).toInstant())));
  }

  public void remind(DelegateExecution execution) {
    blocks.remind(key(execution));
    execution.setVariable("checkReminder", "调查已到期限，请尽快完成。");
  }

  public String countSheet(DelegateExecution execution) {
    return """
        - 调查到 %d 户、%d 人，没有调查到 %d 户
        - 调查记录：%s

        %s
        """
        .formatted(
            number(execution, "checkHouseholds"),
            number(execution, "checkPersons"),
            number(execution, "checkRefusals"),
            text(execution, "countSource"),
            text(execution, "countNote"));
  }

  public void recordCount(DelegateExecution execution) {
    SampleBlocks.Registered registered =
        blocks.seal(
            key(execution),
            new SampleBlocks.Count(
                number(execution, "checkHouseholds"),
                number(execution, "checkPersons"),
                number(execution, "checkRefusals"),
                text(execution, "countSource"),
                text(execution, "countNote"),
                doers.last(execution, SampleBlockCheckProcess.RE_ENUMERATE),
                doers.last(execution, SampleBlockCheckProcess.COUNTERSIGN_COUNT)));
    execution.setVariable("censusHouseholds", registered.households());
    execution.setVariable("censusPersons", registered.persons());
  }

  public void recordComparison(DelegateExecution execution) {
    int round =
        blocks.compare(
            key(execution),
            new SampleBlocks.Comparison(
                number(execution, "matchedPersons"),
                number(execution, "onlyCensus"),
                number(execution, "onlyCheck"),
                number(execution, "unresolvedPersons"),
                SampleBlocks.Origin.ENTRY,
                text(execution, "comparisonSource"),
                doers.last(execution, SampleBlockCheckProcess.COMPARE_COUNT)));
    execution.setVariable("comparisonRound", round);
  }

  public void agree(DelegateExecution execution) {
    blocks.settle(key(execution), true);
  }

  /** Keeps a finding as the decision table {@code FindingTreatment} rated it. */
  public void recordFinding(DelegateExecution execution) {
    int item = number(execution, "findingCount") + 1;
    InspectionFinding finding =
        new InspectionFinding(
            item,
            text(execution, "findingType"),
            text(execution, "findingTitle"),
            text(execution, "findingText"),
            Code.of(Gravity.class, text(execution, "severity")),
            text(execution, "rectificationDeadline"),
            flag(execution, "refersViolation"));
    blocks.find(key(execution), finding);
    String line = "- %s（%s）".formatted(finding.title(), finding.severity().label());
    String before = text(execution, "findingSummary");
    execution.setVariable("findingSummary", before.isEmpty() ? line : before + "\n" + line);
    execution.setVariable("findingCount", item);
  }

  public void issue(DelegateExecution execution) {
    followUp.issue(execution, district(execution), blocks.findings(key(execution)));
  }

  public List<String> matters(DelegateExecution execution) {
    return followUp.matters(execution);
  }

  public void close(DelegateExecution execution) {
    blocks.settle(key(execution), false);
  }

  private static Key key(DelegateExecution execution) {
    return new Key(text(execution, "checkKey"), text(execution, "block"));
  }

  private District district(DelegateExecution execution) {
    return districts.require(execution.getTenantId());
  }
}
