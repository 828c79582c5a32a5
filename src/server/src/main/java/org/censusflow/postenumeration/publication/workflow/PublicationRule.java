package org.censusflow.postenumeration.publication.workflow;

import static org.censusflow.base.form.FormValues.moment;
import static org.censusflow.base.form.FormValues.number;
import static org.censusflow.base.form.FormValues.text;

import java.time.Clock;
import java.time.Instant;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.censusflow.base.engine.TaskRefused;
import org.censusflow.base.process.postenumeration.PublicationProcess;
import org.censusflow.base.task.TaskOrigin;
import org.censusflow.base.task.TaskRule;
import org.censusflow.postenumeration.publication.ReleaseTables;
import org.springframework.stereotype.Component;

/**
 * A release's tasks: days are days, a release has its minute in the time to come, a correction
 * names what it corrects, the tables in the text are right, and no omission rate is released.
 */
@Component
class PublicationRule implements TaskRule {

  private static final Set<String> TASKS =
      Set.of(
          PublicationProcess.DRAFT_RELEASE,
          PublicationProcess.SUBMIT_RELEASE,
          PublicationProcess.RECORD_HIGHER_DECISION);

  /** An omission rate with a figure behind it. */
  private static final Pattern RATE = Pattern.compile("漏登率[^。；\\n]{0,20}[0-9‰%]");

  private final PublicationSteps steps;
  private final PastDay pastDay;
  private final Clock clock;

  PublicationRule(PublicationSteps steps, PastDay pastDay, Clock clock) {
    this.steps = steps;
    this.pastDay = pastDay;
    this.clock = clock;
  }

  @Override
  public boolean appliesTo(String taskDefinitionKey) {
    return TASKS.contains(taskDefinitionKey);
  }

  @Override
  public void check(DelegateTask task) {
    switch (task.getTaskDefinitionKey()) {
      case PublicationProcess.DRAFT_RELEASE -> {
        checkMinute(task);
        checkCorrection(task);
        if (RATE.matcher(text(task, "releaseText")).find()) {
          throw new TaskRefused("CF-E915 漏登率由国家统一公布，发布资料中不得写本区漏登率。");
        }
        checkTables(task);
      }
      case PublicationProcess.SUBMIT_RELEASE -> pastDay.check(task, "submittedOn", null);
      default -> {
        pastDay.check(task, "higherOn", "submittedOn");
        if ("approve".equals(text(task, "higherDecision")) && moment(task, "embargoAt") == null) {
          throw new TaskRefused("CF-E911 请填写发布的日期和时间。");
        }
      }
    }
  }

  private void checkMinute(DelegateTask task) {
    Instant at = moment(task, "embargoAt");
    if (at == null || !at.isAfter(clock.instant())) {
      throw new TaskRefused("CF-E911 请填写发布的日期和时间，须晚于现在。");
    }
  }

  /** The decision goes by the smallest figure that the program found, where the text has tables. */
  private static void checkTables(DelegateTask task) {
    ReleaseTables tables = ReleaseTables.of(text(task, "releaseText"));
    if (!tables.faults().isEmpty()) {
      throw new TaskRefused("CF-E918 正文中的表有误：" + String.join("；", tables.faults()) + "。");
    }
    OptionalLong smallest = tables.smallest();
    if (smallest.isPresent() && smallest.getAsLong() < number(task, "smallestCell")) {
      throw new TaskRefused(
          "CF-E919 正文的表中最小的非零数字是 %d，小于所填的 %d，请更正。"
              .formatted(smallest.getAsLong(), number(task, "smallestCell")));
    }
  }

  private void checkCorrection(DelegateTask task) {
    boolean correction = "correction".equals(TaskOrigin.text(task.getExecution(), "releaseKind"));
    if (correction && !steps.released(task.getTenantId(), text(task, "correctsRelease"))) {
      throw new TaskRefused("CF-E913 请从所列已公布的资料中选择要更正的一份。");
    }
  }
}
