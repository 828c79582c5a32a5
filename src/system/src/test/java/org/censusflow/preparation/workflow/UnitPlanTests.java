package org.censusflow.preparation.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.AuthorizationException;
import org.censusflow.SignedIn;
import org.censusflow.base.engine.TaskRefused;
import org.junit.jupiter.api.Test;

class UnitPlanTests extends PreparationScene {

  @Test
  void aUnitsPlanIsKeptWithItsReviewAndCountsForTheGate() {
    String plan = start("xs-health", "UnitPlan", Map.of("planRequest", "样例要求"));
    assertThat(task("Task_DraftPlan").getName()).isEqualTo("单位起草普查方案：卫健局");
    complete("xs-health", "Task_DraftPlan", draft());
    complete(
        "xs-office-1",
        "Task_ReviewPlan",
        Map.of("decision", "return", "decisionReason", "请补充时间安排"));
    assertThat(column("unit_plan", "return_reason", plan)).isEqualTo("请补充时间安排");
    assertThat(figures.plansApproved("xiangshan-2020")).isZero();
    complete("xs-health", "Task_DraftPlan", draft());
    complete("xs-office-1", "Task_ReviewPlan", Map.of("decision", "approve"));
    assertThat(figures.plansApproved("xiangshan-2020")).isEqualTo(1);
    complete("xs-health", "Task_CarryOutPlan", report("2020-02-03"));
    complete("xs-office-2", "Task_ConfirmReport", Map.of("decision", "approve"));
    assertThat(ended(plan)).isTrue();
    assertThat(figures.plansCarriedOut("xiangshan-2020")).isEqualTo(1);
    assertThat(column("unit_plan", "drafted_by", plan)).isEqualTo("xs-health");
    assertThat(column("unit_plan", "reviewed_by", plan)).isEqualTo("xs-office-1");
    assertThat(column("unit_plan", "returns", plan)).isEqualTo(1);
    assertThat(figures.plansApproved("haicang-2020")).isZero();
  }

  @Test
  void nobodyReviewsTheirOwnPlan() {
    start("hc-statistics", "UnitPlan", Map.of("planRequest", "样例要求"));
    complete("hc-statistics", "Task_DraftPlan", draft());
    assertThatThrownBy(
            () -> complete("hc-statistics", "Task_ReviewPlan", Map.of("decision", "approve")))
        .isInstanceOf(TaskRefused.class)
        .hasMessageContaining("CF-E131");
  }

  @Test
  void nobodyStartsAPlanInItsMiddle() {
    assertThatThrownBy(
            () ->
                SignedIn.as(
                    identities,
                    "hc-statistics",
                    () ->
                        runtime
                            .createProcessInstanceByKey("UnitPlan")
                            .setVariable("planRequest", "样例要求")
                            .startBeforeActivity("Task_CarryOutPlan")
                            .execute()))
        .isInstanceOf(AuthorizationException.class)
        .hasMessageContaining("CF-E147");
  }

  @Test
  void aPlanThatWasTakenBackIsStartedAgain() {
    String plan = start("hc-health", "UnitPlan", Map.of("planRequest", "样例要求"));
    runtime.deleteProcessInstance(plan, "样例：误启动");
    assertThat(start("hc-health", "UnitPlan", Map.of("planRequest", "样例要求"))).isNotEqualTo(plan);
  }

  @Test
  void ofManyWhoStartTheSamePlanAtOnceOneDoes() {
    CyclicBarrier together = new CyclicBarrier(8);
    List<CompletableFuture<String>> starts =
        IntStream.range(0, 8)
            .mapToObj(
                i ->
                    CompletableFuture.supplyAsync(
                            () -> startWith(together), work -> new Thread(work).start())
                        .exceptionally(refused -> refused.getCause().getMessage()))
            .toList();
    assertThat(starts)
        .extracting(CompletableFuture::join)
        .filteredOn(answer -> answer.startsWith("CF-E146"))
        .hasSize(7);
    assertThat(runtime.createProcessInstanceQuery().processDefinitionKey("UnitPlan").count())
        .isOne();
  }

  /** The plan's instance. */
  private String startWith(CyclicBarrier others) {
    return SignedIn.as(
        identities,
        "hc-health",
        () -> {
          try {
            others.await();
          } catch (InterruptedException | BrokenBarrierException e) {
            throw new IllegalStateException(e);
          }
          return runtime
              .startProcessInstanceByKey("UnitPlan", Map.of("planRequest", "样例要求"))
              .getId();
        });
  }

  @Test
  void aUnitCannotStartThePlanOfAnother() {
    assertThatThrownBy(
            () -> start("hc-health", "UnitPlan", Map.of("planRequest", "样例要求", "unit", "tax")))
        .isInstanceOf(TaskRefused.class)
        .hasMessageContaining("CF-E144");
    start("hc-health", "UnitPlan", Map.of("planRequest", "样例要求"));
    assertThat(task("Task_DraftPlan").getName()).endsWith("卫健局");
    assertThatThrownBy(() -> start("hc-health", "UnitPlan", Map.of("planRequest", "样例要求")))
        .isInstanceOf(TaskRefused.class)
        .hasMessageContaining("CF-E146")
        .hasMessageContaining("继续办理正在进行的流程")
        .hasMessageContaining("由系统管理员先在普查监控中删除该流程实例，然后重新启动");
  }

  @Test
  void theUnitThatPlansTheDevelopmentSaysHowThePlansTieIn() {
    start("hc-development-reform", "UnitPlan", Map.of("planRequest", "样例要求"));
    assertThatThrownBy(() -> complete("hc-development-reform", "Task_DraftPlan", draft()))
        .isInstanceOf(TaskRefused.class)
        .hasMessageContaining("衔接");
    Map<String, Object> complete = draft();
    complete.put("planningLinks", "样例衔接");
    complete("hc-development-reform", "Task_DraftPlan", complete);
    assertThat(openTasks()).containsExactly("Task_ReviewPlan");
  }

  @Test
  void figuresThatCannotBeAreRefused() {
    start("hc-health", "UnitPlan", Map.of("planRequest", "样例要求"));
    Map<String, Object> tooMany = draft();
    tooMany.put("secondedStaff", 9);
    assertThatThrownBy(() -> complete("hc-health", "Task_DraftPlan", tooMany))
        .isInstanceOf(TaskRefused.class)
        .hasMessageContaining("CF-E520");
    complete("hc-health", "Task_DraftPlan", draft());
    complete("hc-office-1", "Task_ReviewPlan", Map.of("decision", "approve"));
    assertThatThrownBy(() -> complete("hc-health", "Task_CarryOutPlan", report("2020-02-04")))
        .isInstanceOf(TaskRefused.class)
        .hasMessageContaining("CF-E513");
    assertThatThrownBy(() -> complete("hc-health", "Task_CarryOutPlan", report("no day at all")))
        .isInstanceOf(TaskRefused.class)
        .hasMessageContaining("CF-E512");
  }

  @Test
  void aReminderIsCounted() {
    String plan = start("hc-health", "UnitPlan", Map.of("planRequest", "样例要求"));
    days(20);
    assertThat(column("unit_plan", "reminders", plan)).isEqualTo(1);
    assertThat(openTasks()).containsExactly("Task_DraftPlan", "Task_UrgeDraft");
  }

  private static Map<String, Object> draft() {
    Map<String, Object> draft = new HashMap<>();
    draft.put("responsibleDepartment", "样例科室");
    draft.put("planStaff", 3);
    draft.put("secondedStaff", 1);
    draft.put("planContent", "样例方案");
    return draft;
  }

  private static Map<String, Object> report(String day) {
    return Map.of(
        "deployedOn", day, "subdistrictVisits", 4, "problemsSolved", 2, "carryOutReport", "样例落实情况");
  }
}
