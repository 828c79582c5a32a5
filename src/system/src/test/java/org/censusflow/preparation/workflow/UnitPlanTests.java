package org.censusflow.preparation.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.censusflow.base.process.preparation.UnitPlanProcess.*;

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
import org.censusflow.base.process.preparation.UnitPlanProcess;
import org.junit.jupiter.api.Test;

class UnitPlanTests extends PreparationScene {

  @Test
  void aUnitsPlanIsKeptWithItsReviewAndCountsForTheGate() {
    String plan = start("xs-health", UnitPlanProcess.KEY, Map.of("planRequest", "样例要求"));
    assertThat(task(DRAFT_PLAN).getName()).isEqualTo("单位起草普查方案：卫健局");
    complete("xs-health", DRAFT_PLAN, draft());
    complete("xs-office-1", REVIEW_PLAN, Map.of("decision", "return", "decisionReason", "请补充时间安排"));
    assertThat(column("unit_plan", "return_reason", plan)).isEqualTo("请补充时间安排");
    assertThat(figures.plansApproved("xiangshan-2020")).isZero();
    complete("xs-health", DRAFT_PLAN, draft());
    complete("xs-office-1", REVIEW_PLAN, Map.of("decision", "approve"));
    assertThat(figures.plansApproved("xiangshan-2020")).isEqualTo(1);
    complete("xs-health", CARRY_OUT_PLAN, report("2020-02-03"));
    complete("xs-office-2", CONFIRM_REPORT, Map.of("decision", "approve"));
    assertThat(ended(plan)).isTrue();
    assertThat(figures.plansCarriedOut("xiangshan-2020")).isEqualTo(1);
    assertThat(column("unit_plan", "drafted_by", plan)).isEqualTo("xs-health");
    assertThat(column("unit_plan", "reviewed_by", plan)).isEqualTo("xs-office-1");
    assertThat(column("unit_plan", "returns", plan)).isEqualTo(1);
    assertThat(figures.plansApproved("haicang-2020")).isZero();
  }

  @Test
  void nobodyReviewsTheirOwnPlan() {
    start("hc-statistics", UnitPlanProcess.KEY, Map.of("planRequest", "样例要求"));
    complete("hc-statistics", DRAFT_PLAN, draft());
    assertThatThrownBy(() -> complete("hc-statistics", REVIEW_PLAN, Map.of("decision", "approve")))
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
                            .createProcessInstanceByKey(UnitPlanProcess.KEY)
                            .setVariable("planRequest", "样例要求")
                            .startBeforeActivity(CARRY_OUT_PLAN)
                            .execute()))
        .isInstanceOf(AuthorizationException.class)
        .hasMessageContaining("CF-E147");
  }

  @Test
  void aPlanThatWasTakenBackIsStartedAgain() {
    String plan = start("hc-health", UnitPlanProcess.KEY, Map.of("planRequest", "样例要求"));
    runtime.deleteProcessInstance(plan, "样例：误启动");
    assertThat(start("hc-health", UnitPlanProcess.KEY, Map.of("planRequest", "样例要求")))
        .isNotEqualTo(plan);
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
    assertThat(
            runtime.createProcessInstanceQuery().processDefinitionKey(UnitPlanProcess.KEY).count())
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
              .startProcessInstanceByKey(UnitPlanProcess.KEY, Map.of("planRequest", "样例要求"))
              .getId();
        });
  }

  @Test
  void aUnitCannotStartThePlanOfAnother() {
    assertThatThrownBy(
            () ->
                start(
                    "hc-health", UnitPlanProcess.KEY, Map.of("planRequest", "样例要求", "unit", "tax")))
        .isInstanceOf(TaskRefused.class)
        .hasMessageContaining("CF-E144");
    start("hc-health", UnitPlanProcess.KEY, Map.of("planRequest", "样例要求"));
    assertThat(task(DRAFT_PLAN).getName()).endsWith("卫健局");
    assertThatThrownBy(() -> start("hc-health", UnitPlanProcess.KEY, Map.of("planRequest", "样例要求")))
        .isInstanceOf(TaskRefused.class)
        .hasMessageContaining("CF-E146")
        .hasMessageContaining("继续办理正在进行的流程")
        .hasMessageContaining("由系统管理员先在普查监控中删除该流程实例，然后重新启动");
  }

  @Test
  void theUnitThatPlansTheDevelopmentSaysHowThePlansTieIn() {
    start("hc-development-reform", UnitPlanProcess.KEY, Map.of("planRequest", "样例要求"));
    assertThatThrownBy(() -> complete("hc-development-reform", DRAFT_PLAN, draft()))
        .isInstanceOf(TaskRefused.class)
        .hasMessageContaining("衔接");
    Map<String, Object> complete = draft();
    complete.put("planningLinks", "样例衔接");
    complete("hc-development-reform", DRAFT_PLAN, complete);
    assertThat(openTasks()).containsExactly(REVIEW_PLAN);
  }

  @Test
  void figuresThatCannotBeAreRefused() {
    start("hc-health", UnitPlanProcess.KEY, Map.of("planRequest", "样例要求"));
    Map<String, Object> tooMany = draft();
    tooMany.put("secondedStaff", 9);
    assertThatThrownBy(() -> complete("hc-health", DRAFT_PLAN, tooMany))
        .isInstanceOf(TaskRefused.class)
        .hasMessageContaining("CF-E520");
    complete("hc-health", DRAFT_PLAN, draft());
    complete("hc-office-1", REVIEW_PLAN, Map.of("decision", "approve"));
    assertThatThrownBy(() -> complete("hc-health", CARRY_OUT_PLAN, report("2020-02-04")))
        .isInstanceOf(TaskRefused.class)
        .hasMessageContaining("CF-E513");
    assertThatThrownBy(() -> complete("hc-health", CARRY_OUT_PLAN, report("no day at all")))
        .isInstanceOf(TaskRefused.class)
        .hasMessageContaining("CF-E512");
  }

  @Test
  void aReminderIsCounted() {
    String plan = start("hc-health", UnitPlanProcess.KEY, Map.of("planRequest", "样例要求"));
    days(20);
    assertThat(column("unit_plan", "reminders", plan)).isEqualTo(1);
    assertThat(openTasks()).containsExactly(DRAFT_PLAN, URGE_DRAFT);
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
