package org.censusflow.postenumeration.quality.workflow;

import static org.censusflow.base.form.FormValues.chosen;
import static org.censusflow.base.form.FormValues.day;
import static org.censusflow.base.form.FormValues.number;
import static org.censusflow.base.form.FormValues.text;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.censusflow.base.district.Districts;
import org.censusflow.base.district.WorkingDays;
import org.censusflow.base.engine.TaskRefused;
import org.censusflow.base.process.postenumeration.QualityCheckProcess;
import org.censusflow.base.process.postenumeration.SampleBlockCheckProcess;
import org.censusflow.base.task.Claim;
import org.censusflow.base.task.TaskRule;
import org.censusflow.postenumeration.quality.Independence;
import org.censusflow.registration.answers.Block;
import org.censusflow.registration.answers.Registrations;
import org.springframework.stereotype.Component;

/**
 * The quality check's tasks: only blocks that exist are sampled, the team is independent when it is
 * named and still when it counts, who counts does not compare, and no rate is made of the sample.
 */
@Component
class QualityRule implements TaskRule {

  private static final Pattern RATE = Pattern.compile("漏登率[^。；\\n]{0,20}[0-9‰%]");

  private static final Set<String> TASKS =
      Set.of(
          QualityCheckProcess.RECORD_SAMPLE,
          SampleBlockCheckProcess.NAME_TEAM,
          SampleBlockCheckProcess.RE_ENUMERATE,
          SampleBlockCheckProcess.COUNTERSIGN_COUNT,
          SampleBlockCheckProcess.COMPARE_COUNT,
          QualityCheckProcess.PREPARE_MATERIAL,
          QualityCheckProcess.HAND_OVER_MATERIAL);

  private final Districts districts;
  private final Registrations registrations;
  private final CheckTeams teams;
  private final Independence independence;
  private final Clock clock;

  QualityRule(
      Districts districts,
      Registrations registrations,
      CheckTeams teams,
      Independence independence,
      Clock clock) {
    this.districts = districts;
    this.registrations = registrations;
    this.teams = teams;
    this.independence = independence;
    this.clock = clock;
  }

  @Override
  public boolean appliesTo(String taskDefinitionKey) {
    return TASKS.contains(taskDefinitionKey);
  }

  @Override
  public void check(DelegateTask task) {
    switch (task.getTaskDefinitionKey()) {
      case QualityCheckProcess.RECORD_SAMPLE -> checkSample(task);
      case SampleBlockCheckProcess.NAME_TEAM -> checkTeam(task);
      case SampleBlockCheckProcess.RE_ENUMERATE -> {
        Claim.byOneOf(task, chosen(task, "checkers"), "指定的抽查人员");
        checkIndependent(task);
      }
      case SampleBlockCheckProcess.COUNTERSIGN_COUNT -> {
        Claim.byOneOf(task, List.of(text(task, "checkLeader")), "指定的抽查组长");
        checkIndependent(task);
      }
      case SampleBlockCheckProcess.COMPARE_COUNT -> checkComparison(task);
      case QualityCheckProcess.PREPARE_MATERIAL -> {
        if (RATE.matcher(text(task, "materialText")).find()) {
          throw new TaskRefused("CF-E910 抽查结果由上级推算和公布，报告中不得推算本区漏登率。");
        }
      }
      default -> checkDay(day(task, "materialOn"));
    }
  }

  private void checkSample(DelegateTask task) {
    checkDay(day(task, "sampleIssuedOn"));
    if (!"yes".equals(text(task, "blocksDrawn"))) {
      return;
    }
    String censusId = districts.require(task.getTenantId()).census().id();
    List<String> known = registrations.blocks(censusId).stream().map(Block::code).toList();
    List<String> codes = QualityCheckSteps.codes(task);
    List<String> unknown = codes.stream().filter(code -> !known.contains(code)).toList();
    if (codes.isEmpty() || !unknown.isEmpty()) {
      throw new TaskRefused("CF-E902 请填写本区的小区编码，一行一个；没有这些小区：" + String.join("、", unknown));
    }
  }

  private void checkDay(LocalDate day) {
    if (day == null || day.isAfter(today())) {
      throw new TaskRefused("CF-E903 请填写有效的日期，不能晚于今天。");
    }
  }

  private void checkTeam(DelegateTask task) {
    List<String> team = new ArrayList<>(chosen(task, "checkers"));
    String leader = text(task, "checkLeader");
    boolean enough = team.size() >= 2 && leader != null && !team.contains(leader);
    team.add(leader);
    List<String> candidates =
        teams.candidates(
            districts.require(task.getTenantId()), text(task, "subdistrict"), text(task, "block"));
    if (!enough || !candidates.containsAll(team)) {
      throw new TaskRefused("CF-E904 请从所列账号中指定一名组长和至少两名抽查人员，组长不兼抽查人员。");
    }
    LocalDate visit = day(task, "visitOn");
    if (visit == null || visit.isBefore(today())) {
      throw new TaskRefused("CF-E905 请填写入户日期，不得早于今天。");
    }
  }

  /** Somebody may have looked at the block's answers since the team was named. */
  private void checkIndependent(DelegateTask task) {
    String censusId = districts.require(task.getTenantId()).census().id();
    if (independence.tookPart(censusId, text(task, "block")).contains(Claim.by(task))) {
      throw new TaskRefused("CF-E907 您参加过该小区的普查，或者看过其登记内容，不能办理抽查；请退回任务，由普查办负责人另行指定。");
    }
  }

  private static void checkComparison(DelegateTask task) {
    String officer = Claim.by(task);
    if (chosen(task, "checkers").contains(officer) || officer.equals(text(task, "checkLeader"))) {
      throw new TaskRefused("CF-E909 抽查组的人不能办理比对，请由另一人办理。");
    }
    int matched = number(task, "matchedPersons");
    int onlyCensus = number(task, "onlyCensus");
    int onlyCheck = number(task, "onlyCheck");
    boolean adds =
        matched + onlyCensus == number(task, "censusPersons")
            && matched + onlyCheck == number(task, "checkPersons")
            && number(task, "unresolvedPersons") <= onlyCensus + onlyCheck;
    if (!adds) {
      throw new TaskRefused("CF-E908 相符与只在登记之和须等于登记人数，相符与只在调查之和须等于调查人数，尚未查清的不能多于两者的差异。");
    }
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), WorkingDays.ZONE);
  }
}
