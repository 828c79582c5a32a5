package org.censusflow.registration.field.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.censusflow.base.process.registration.BlockLongFormsProcess.*;
import static org.censusflow.base.process.registration.BlockShortFormsProcess.*;
import static org.censusflow.base.process.registration.RegistrationAcceptanceProcess.*;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.censusflow.base.access.NotEntitled;
import org.censusflow.base.engine.TaskRefused;
import org.censusflow.preparation.Staff;
import org.censusflow.registration.answers.HouseholdAnswered;
import org.censusflow.registration.answers.RegistrationsChanged;
import org.censusflow.registration.field.FieldTask;
import org.censusflow.registration.field.FieldWorkRefused;
import org.censusflow.registration.field.HouseholdVisits.Visit;
import org.censusflow.registration.field.Level;
import org.censusflow.registration.longform.SelfEnumeration;
import org.censusflow.registration.question.Change;
import org.censusflow.registration.question.Corrections;
import org.censusflow.registration.question.Proposal;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;

class AreaRegistrationTests extends FieldScene {

  private static final String ENUMERATOR = "hc-dongfu-enumerator-1";
  private static final String OTHER = "hc-dongfu-enumerator-2";
  private static final String SUPERVISOR = "hc-dongfu-supervisor-1";

  @Autowired private Corrections corrections;
  @Autowired private SelfEnumeration selfEnumeration;
  @Autowired private ApplicationEventPublisher events;

  @Test
  void aHouseholdThatIsNotMetIsVisitedThreeTimesBeforeItsNeighboursAreAsked() {
    open();
    listMore(ENUMERATOR, 22);
    assertThatThrownBy(this::enumerated).hasMessageContaining("CF-E851 还有 2 户");
    FieldTask task = inField(ENUMERATOR, ENUMERATE_SHORT_FORMS, FOURTH);
    visit(task, 21, "no-one-home", null);
    assertThatThrownBy(() -> visit(task, 21, "proxy", "neighbour"))
        .isInstanceOf(FieldWorkRefused.class)
        .hasMessageContaining("没有达到规定");
    visit(task, 21, "refused", null);
    assertThat(visit(task, 21, "appointment", null)).contains("可以请邻居");
    visit(task, 21, "proxy", "neighbour");
    assertThatThrownBy(() -> visit(task, 22, "empty", null)).hasMessageContaining("证实");
    visit(task, 22, "empty", "property");
    assertThatThrownBy(() -> visit(task, 22, "no-one-home", null)).hasMessageContaining("结案");
    assertThatThrownBy(() -> visit(task, 23, "no-one-home", null)).hasMessageContaining("底册");
    enumerated();
    var figures = progress.figures(CENSUS, Level.BLOCK, FOURTH);
    assertThat(figures.proxies()).isEqualTo(1);
    assertThat(figures.empties()).isEqualTo(1);
    assertThat(figures.settled()).isEqualTo(22);
    assertThat(openTasks(FOURTH)).contains(RECHECK_SAMPLE);
  }

  @Test
  void aHouseholdThatAnswersByItselfNeedsNoVisitAndOneThatDoesNotGoesBackToTheEnumerator() {
    open();
    listMore(ENUMERATOR, 22);
    FieldTask task = inField(ENUMERATOR, ENUMERATE_SHORT_FORMS, FOURTH);
    visit(task, 21, "self", null);
    visit(task, 22, "self", null);
    household(FOURTH, 21);
    now("2020-11-05T16:00:01Z");
    runJobs();
    assertThat(status(21)).isEqualTo("REGISTERED SELF");
    assertThat(status(22)).isEqualTo("OPEN VISIT");
  }

  @Test
  void fieldAndRegistrationAgreeAtEveryStepWhoAnswersAlone() {
    selfEnumeration.list(CENSUS, FOURTH, 21, "样例路1号");
    selfEnumeration.list(CENSUS, FOURTH, 22, "样例路1号");
    open();
    listMore(ENUMERATOR, 22);
    FieldTask task = inField(ENUMERATOR, ENUMERATE_SHORT_FORMS, FOURTH);
    visit(task, 21, "self", null);
    selfEnumeration.choose(CENSUS, FOURTH, 22);
    agree("SELF OPEN SELF", "SELF OPEN SELF");
    visit(task, 21, "no-one-home", null);
    cases.sync(CENSUS, FOURTH);
    agree("SELF OPEN SELF", "SELF OPEN SELF");
    now("2020-11-05T16:00:01Z");
    runJobs();
    agree("TO_VISIT OPEN VISIT", "TO_VISIT OPEN VISIT");
    cases.sync(CENSUS, FOURTH);
    assertThat(selfEnumeration.returnUnanswered(CENSUS)).isEmpty();
    agree("TO_VISIT OPEN VISIT", "TO_VISIT OPEN VISIT");
    assertThatThrownBy(() -> visit(task, 22, "self", null)).hasMessageContaining("CF-E838");
  }

  private void agree(String... expected) {
    assertThat(
            jdbc.sql(
                    """
                    select h.state || ' ' || c.status || ' ' || c.mode from household h
                      join household_case c on c.block_code = h.block_code and c.household_no = h.household_no
                     where h.block_code = ? and h.household_no > ? order by h.household_no
                    """)
                .params(FOURTH, HOUSEHOLDS)
                .query(String.class)
                .list())
        .containsExactly(expected);
  }

  @Test
  void withoutAValidCertificateNobodyWorksInABlock() {
    open();
    listMore(ENUMERATOR, 20);
    staff.withdraw("dongfu", new Staff.Team(1, 0), List.of(ENUMERATOR), "离岗", "office");
    assertThatThrownBy(() -> inField(ENUMERATOR, ENUMERATE_SHORT_FORMS, FOURTH))
        .isInstanceOf(NotEntitled.class)
        .hasMessageContaining("CF-E873");
    assertThatThrownBy(this::enumerated)
        .isInstanceOf(TaskRefused.class)
        .hasMessageContaining("CF-E873");
    LocalDate lastDay = LocalDate.of(2020, 11, 2);
    staff.certify("dongfu", new Staff.Team(1, 0), List.of(ENUMERATOR), lastDay, "office");
    now("2020-11-03T01:00:00Z");
    assertThatThrownBy(this::enumerated).hasMessageContaining("已到期");
    now("2020-11-02T15:00:00Z");
    enumerated();
    assertThat(openTasks(FOURTH)).contains(RECHECK_SAMPLE);
  }

  @Test
  void aDrawIsRepeatedByWhoeverKnowsTheSeed() {
    open();
    list(ENUMERATOR, FOURTH);
    enumerated();
    List<Integer> drawn = drawn(FOURTH);
    assertThat(drawn).hasSize(1);
    String seed = jdbc.sql("select draw_seed from field_phase").query(String.class).single();
    assertThat(
            org.censusflow.registration.field.SampleDraws.repeat(
                seed, CENSUS, FOURTH, 0, HOUSEHOLDS, 0.05))
        .isEqualTo(drawn);
  }

  @Test
  void whoVisitedOrRegisteredTheBlockDoesNotRecheckOrAcceptIt() {
    open();
    listMore(ENUMERATOR, 21);
    FieldTask task = inField(OTHER, ENUMERATE_SHORT_FORMS, FOURTH);
    visit(task, 21, "empty", "landlord", OTHER);
    enumerated();
    for (String maker : List.of(ENUMERATOR, OTHER)) {
      identities.createMembership(maker, "haicang-dongfu-supervisors");
      try {
        assertThatThrownBy(() -> recheck(maker, FOURTH, 0))
            .isInstanceOf(TaskRefused.class)
            .hasMessageContaining(maker.equals(OTHER) ? "CF-E854" : "CF-E131");
      } finally {
        identities.deleteMembership(maker, "haicang-dongfu-supervisors");
      }
    }
    recheck(SUPERVISOR, FOURTH, 0);
    assertThat(openTasks(FOURTH)).contains(ACCEPT_BLOCK);
  }

  @Test
  void aRecheckIsCompletedOnlyWhenEveryDrawnHouseholdIsRechecked() {
    open();
    list(ENUMERATOR, FOURTH);
    enumerated();
    FieldTask task = inField(SUPERVISOR, RECHECK_SAMPLE, FOURTH);
    int drawn = drawn(FOURTH).get(0);
    int spared = drawn == 1 ? 2 : 1;
    assertThatThrownBy(() -> samples.record(task, spared, 50, 0, 0, null, SUPERVISOR))
        .hasMessageContaining("没有被抽中");
    assertThatThrownBy(() -> samples.record(task, drawn, 50, 51, 0, "样例", SUPERVISOR))
        .hasMessageContaining("不能多于");
    assertThatThrownBy(() -> samples.record(task, drawn, 50, 1, 0, " ", SUPERVISOR))
        .hasMessageContaining("写明情况");
    assertThatThrownBy(() -> complete(SUPERVISOR, RECHECK_SAMPLE, FOURTH, Map.of()))
        .hasMessageContaining("CF-E852 还有 1 户");
  }

  @Test
  void aBlockThatFailsIsConfirmedHouseholdByHouseholdAndAfterASecondFailureBySomebodyElse() {
    open();
    list(ENUMERATOR, FOURTH);
    enumerated();
    recheck(SUPERVISOR, FOURTH, 2);
    assertThatThrownBy(this::enumerated).hasMessageContaining("CF-E851 还有 20 户");
    confirmAll(ENUMERATOR, FOURTH);
    enumerated();
    recheck(SUPERVISOR, FOURTH, 2);
    confirmAll(ENUMERATOR, FOURTH);
    pretend("recheckOutcome", "pass");
    assertThatThrownBy(this::enumerated).hasMessageContaining("CF-E855");
    complete(OTHER, ENUMERATE_SHORT_FORMS, FOURTH, Map.of());
    recheck(SUPERVISOR, FOURTH, 1);
    assertThat(openTasks(FOURTH)).contains(ACCEPT_BLOCK);
    assertThat(
            jdbc.sql(
                    "select enumerated_by || ' ' || coalesce(outcome, '') from block_round order by round")
                .query(String.class)
                .list())
        .containsExactly(ENUMERATOR + " redo", ENUMERATOR + " replace", OTHER + " ");
    assertThat(progress.figures(CENSUS, Level.DISTRICT, "haicang").redone()).isEqualTo(1);
  }

  @Test
  void aVariableInFrontOfTheInstancesOwnOpensNoOtherBlock() {
    open();
    list(ENUMERATOR, FOURTH);
    FieldTask own = inField(ENUMERATOR, ENUMERATE_SHORT_FORMS, FOURTH);
    String task = seen(ENUMERATOR, ENUMERATE_SHORT_FORMS, FOURTH).getId();
    tasks.setVariablesLocal(
        task, Map.of("block", FIRST, "district", "xiangshan", "censusId", "xiangshan-2020"));
    assertThat(inField(ENUMERATOR, ENUMERATE_SHORT_FORMS, FOURTH)).isEqualTo(own);
    assertThat(own.block()).isEqualTo(FOURTH);
    assertThat(own.district()).isEqualTo("haicang");
  }

  /** What the instances of a block say of figures, which the rules have from the tables. */
  private void pretend(String variable, Object value) {
    runtime
        .createProcessInstanceQuery()
        .processInstanceBusinessKey(FOURTH)
        .list()
        .forEach(instance -> runtime.setVariable(instance.getId(), variable, value));
  }

  @Test
  void aBlockBelowTheLimitsIsAcceptedOnlyWithAReason() {
    open();
    listMore(ENUMERATOR, 24);
    FieldTask task = inField(ENUMERATOR, ENUMERATE_SHORT_FORMS, FOURTH);
    for (int number = 21; number <= 24; number++) {
      visit(task, number, "no-one-home", null);
      visit(task, number, "no-one-home", null);
      visit(task, number, "no-one-home", null);
      visit(task, number, "proxy", "community");
    }
    enumerated();
    recheck(SUPERVISOR, FOURTH, 0);
    pretend("gateHolds", true);
    assertThatThrownBy(() -> accept(Map.of("decision", "approve"))).hasMessageContaining("CF-E859");
    assertThatThrownBy(() -> accept(Map.of())).hasMessageContaining("“验收意见”必须填写");
    assertThatThrownBy(() -> accept(Map.of("decision", "override")))
        .hasMessageContaining("“理由或退回原因”必须填写");
    accept(Map.of("decision", "override", "decisionReason", "拆迁楼栋，住户已联系不上"));
    assertThat(
            jdbc.sql("select status || ' ' || reason from acceptance where code = ?")
                .param(FOURTH)
                .query(String.class)
                .single())
        .isEqualTo("ACCEPTED 拆迁楼栋，住户已联系不上");
  }

  @Test
  void whatFormsSubmitIsCheckedAgain() {
    open();
    assertThatThrownBy(() -> list(ENUMERATOR, FOURTH, 20, 21)).hasMessageContaining("CF-E856");
    shortForms("dongfu", FOURTH);
    now("2020-11-16T01:00:00Z");
    runJobs();
    pretend("longFormCount", 99);
    assertThatThrownBy(() -> longFormsDone(3)).hasMessageContaining("CF-E857");
    assertThatThrownBy(() -> longFormsDone(1)).hasMessageContaining("CF-E858");
    longFormsDone(2);
    assertThatThrownBy(
            () ->
                as(
                    SUPERVISOR,
                    () -> {
                      tasks.complete(
                          tasks
                              .createTaskQuery()
                              .taskDefinitionKey(SUBMIT_ACCEPTANCE)
                              .singleResult()
                              .getId(),
                          Map.of("figuresChecked", true, "acceptanceNote", "样例"));
                      return null;
                    }))
        .hasMessageContaining("CF-E130");
  }

  @Test
  void theKeptCountsAreThoseOfAFullRecountAfterEveryStep() {
    open();
    exact();
    listMore(ENUMERATOR, 22);
    exact();
    FieldTask task = inField(ENUMERATOR, ENUMERATE_SHORT_FORMS, FOURTH);
    visit(task, 21, "empty", "property");
    exact();
    household(FOURTH, 22);
    counts.changed(CENSUS, List.of(FOURTH));
    exact();
    enumerated();
    exact();
    recheck(SUPERVISOR, FOURTH, 2);
    exact();
    assertThat(progress.figures(CENSUS, Level.BLOCK, FOURTH).settled()).isZero();
  }

  @Test
  void correctionsAndAnswersKeepTheCountsExactWhoeverMakesThem() {
    open();
    long person =
        jdbc.sql("select min(id) from person_version where block_code = ?")
            .param(FOURTH)
            .query(Long.class)
            .single();
    long registered =
        jdbc.sql("select person_id from person_version where id = ?")
            .param(person)
            .query(Long.class)
            .single();
    corrections.write(
        new Proposal.Removed(registered),
        new Change(difference(registered), "样例", "maker", "checker"));
    exact();
    assertThat(progress.figures(CENSUS, Level.BLOCK, FOURTH).here()).isEqualTo(HOUSEHOLDS - 1);
    household(FOURTH, HOUSEHOLDS + 1);
    events.publishEvent(new HouseholdAnswered(CENSUS, FOURTH, 1, "self"));
    exact();
    jdbc.sql("update person_version set id_number = null where block_code = ?")
        .param(THIRD)
        .update();
    events.publishEvent(new RegistrationsChanged(CENSUS, List.of()));
    exact();
    assertThat(progress.figures(CENSUS, Level.BLOCK, THIRD).withoutId()).isEqualTo(2 * HOUSEHOLDS);
  }

  /** A difference of a cross-check that finds somebody where nobody is. */
  private long difference(long person) {
    jdbc.sql(
            """
            insert into comparison_run (census_id, frozen_version, compared_rows, register_rows, milliseconds, finished_at)
            values (?, 1, 0, 0, 0, current_timestamp)
            """)
        .param(CENSUS)
        .update();
    jdbc.sql(
            """
            insert into finding (run_id, subject, pattern, block_code, evidence)
            select max(id), 1, '', ?, '' from comparison_run
            """)
        .param(FOURTH)
        .update();
    jdbc.sql(
            """
            insert into difference (run_id, census_id, subject, class_code, person_id, block_code, evidence, verifier,
                                    reviewer, status)
            select max(id), ?, 1, 'D08', ?, ?, '', 'enumerator', 'supervisor', 'APPROVED' from comparison_run
            """)
        .params(CENSUS, person, FOURTH)
        .update();
    return jdbc.sql("select max(id) from difference").query(Long.class).single();
  }

  private void exact() {
    var kept = org.censusflow.registration.field.Counts.kept(counts, CENSUS);
    assertThat(kept)
        .hasSize(4)
        .isEqualTo(org.censusflow.registration.field.Counts.recounted(counts, CENSUS));
  }

  private void listMore(String user, int households) {
    list(user, FOURTH, households, 2);
  }

  private void enumerated() {
    complete(ENUMERATOR, ENUMERATE_SHORT_FORMS, FOURTH, Map.of());
  }

  private void accept(Map<String, Object> form) {
    complete("hc-dongfu-supervisor-2", ACCEPT_BLOCK, FOURTH, form);
  }

  private void longFormsDone(int registered) {
    complete(SUPERVISOR, ENUMERATE_LONG_FORMS, FOURTH, Map.of("longFormRegistered", registered));
  }

  private String visit(FieldTask task, int number, String outcome, String informant) {
    return visit(task, number, outcome, informant, ENUMERATOR);
  }

  private String visit(FieldTask task, int number, String outcome, String informant, String user) {
    Integer persons = "proxy".equals(outcome) ? 3 : null;
    return visits.visited(task, number, new Visit(outcome, informant, persons, null), user);
  }

  private String status(int number) {
    return jdbc.sql(
            "select status || ' ' || mode from household_case where block_code = ? and household_no = ?")
        .params(FOURTH, number)
        .query(String.class)
        .single();
  }
}
