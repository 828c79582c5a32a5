package org.censusflow.base.engine.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.censusflow.base.process.governance.MatterFollowUpProcess.*;

import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.censusflow.base.process.governance.MatterFollowUpProcess;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MatterFollowUpModelTests extends ModelScene {

  @BeforeEach
  void aMatterOfTheSubdistrict() {
    describe(steps);
    steps.notes("matterSteps.recordUrging", "urgeMeasure");
  }

  /** A matter is the subdistrict's, due in ten days; a report that goes back has three. */
  static void describe(PlayedSteps steps) {
    steps.does(
        "matterSteps.describe",
        it -> {
          due(it, 10, 8);
          it.setVariable("responsibleGroup", "haicang-songyu-office");
          it.setVariable("verifierGroup", "haicang-census-office");
          it.setVariable("severity", "ordinary");
        });
    steps.does("matterSteps.returnReport", it -> due(it, 3, 1));
    steps.returns(
        "matterSteps.escalatedTo",
        (it, words) ->
            "leading-group".equals(it.getVariable("escalationLevel"))
                ? "haicang-leading-group"
                : "haicang-census-leads");
  }

  private static void due(DelegateExecution execution, int days, int reminder) {
    execution.setVariable("dueAt", PlayedSteps.in(days));
    execution.setVariable("reminderAt", PlayedSteps.in(reminder));
  }

  @Test
  void theUnitReportsAndTheMatterIsSettledOnceConfirmed() {
    ModelRun run = followUp();
    assertThat(run.groupsOf(REPORT_MATTER)).containsExactly("haicang-songyu-office");
    assertThat(run.task(REPORT_MATTER).getDueDate()).isEqualTo(PlayedSteps.in(10));
    run.complete(REPORT_MATTER, Map.of("matterReport", "已办理"));
    assertThat(run.groupsOf(CONFIRM_MATTER)).containsExactly("haicang-census-office");
    run.complete(CONFIRM_MATTER, Map.of("decision", "approve"));
    assertClosed(run);
  }

  @Test
  void aReportThatDoesNotSatisfyGoesBackWithItsReasonAndANewDate() {
    ModelRun run = followUp();
    run.complete(REPORT_MATTER, Map.of("matterReport", "办理中"));
    run.complete(CONFIRM_MATTER, Map.of("decision", "return", "decisionReason", "无结果"));
    assertThat(steps.calls).contains("matterSteps.returnReport");
    assertThat(run.variable("returnReason")).isEqualTo("无结果");
    assertThat(run.task(REPORT_MATTER).getDueDate()).isEqualTo(PlayedSteps.in(3));
    run.complete(REPORT_MATTER, Map.of("matterReport", "已办结"));
    run.complete(CONFIRM_MATTER, Map.of("decision", "approve"));
    assertClosed(run);
  }

  @Test
  void aUnitIsRemindedAndWhenItIsLateTheLeadsAreToUrgeIt() {
    ModelRun run = followUp();
    run.days(9);
    assertThat(steps.count("matterSteps.remind")).isEqualTo(1);
    assertThat(run.tasks()).containsExactly(REPORT_MATTER);
    run.days(2);
    assertThat(run.tasks()).containsExactly(REPORT_MATTER, URGE_MATTER);
    assertThat(run.groupsOf(URGE_MATTER)).containsExactly("haicang-census-leads");
    run.complete(URGE_MATTER, Map.of("urgeMeasure", "meeting", "urgeNote", "须研究"));
    assertThat(steps.calls).contains("matterSteps.recordUrging meeting");
    assertThat(run.ends()).containsExactly("EndEvent_ResponsibleReminded", "EndEvent_MatterUrged");
    assertThat(run.tasks()).containsExactly(REPORT_MATTER);
  }

  @Test
  void aSeriousMatterThatIsLateGoesToTheLeadingGroupAndIsWithdrawnWhenSettled() {
    steps.result("matterSteps.describe", Map.of("severity", "serious"));
    ModelRun run = followUp();
    run.days(11);
    assertThat(run.groupsOf(URGE_MATTER)).containsExactly("haicang-leading-group");
    run.complete(REPORT_MATTER, Map.of("matterReport", "已办理"));
    run.complete(CONFIRM_MATTER, Map.of("decision", "approve"));
    assertClosed(run);
  }

  private static ModelRun followUp() {
    return start(MatterFollowUpProcess.KEY, "1", Map.of("district", "haicang", "matterId", "1"));
  }

  private static void assertClosed(ModelRun run) {
    assertThat(steps.calls).endsWith("matterSteps.close");
    assertThat(run.tasks()).isEmpty();
    assertThat(run.ends()).endsWith("EndEvent_MatterClosed");
    assertThat(run.ended()).isTrue();
  }
}
