package org.censusflow.base.engine.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.censusflow.base.process.registration.AreaRegistrationProcess.*;
import static org.censusflow.base.process.registration.BlockListingProcess.*;
import static org.censusflow.base.process.registration.BlockLongFormsProcess.*;
import static org.censusflow.base.process.registration.BlockShortFormsProcess.*;

import java.util.Map;
import org.camunda.bpm.engine.ProcessEngineException;
import org.censusflow.base.process.registration.AreaRegistrationProcess;
import org.censusflow.base.process.registration.BlockListingProcess;
import org.censusflow.base.process.registration.BlockLongFormsProcess;
import org.censusflow.base.process.registration.BlockShortFormsProcess;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AreaRegistrationModelTests extends ModelScene {

  private static final Map<String, Object> LISTED =
      Map.of("listedHouseholds", 80, "listedPersons", 240, "emptyDwellings", 3, "selfInvited", 20);

  private static final String BLOCK = "350205002001003";

  private static final Map<String, Object> VARIABLES =
      Map.of(
          "district", "haicang",
          "censusId", "haicang-2020",
          "block", BLOCK,
          "subdistrict", "songyu",
          "taskSubject", "样例社区 003 小区");

  @BeforeEach
  void longFormsAreDrawn() {
    longForms(8);
    steps.days.putAll(
        Map.of("selfEnumerationEnds", 20, "longFormsOpen", 15, "short-form-reminder", 25));
    steps.returns("areaRegistrationSteps.errorLimit", 0.02);
    steps.returns("areaRegistrationSteps.proxyLimit", 0.05);
    steps.returns("areaRegistrationSteps.identityShare", 1.0);
    steps.returns("areaRegistrationSteps.identityLimit", 0.97);
    steps.returns("areaRegistrationSteps.redoLimit", 1);
    steps.returns(
        "areaRegistrationSteps.redone",
        (execution, words) -> (int) steps.count("areaRegistrationSteps.reopen"));
  }

  @Test
  void aBlockIsListedEnumeratedRecheckedAcceptedAndThenAnswersItsLongForms() {
    ModelRun run = begin();
    assertThat(run.groupsOf(LIST_HOUSEHOLDS)).containsExactly("haicang-songyu-enumerators");
    run.complete(LIST_HOUSEHOLDS, LISTED);
    assertThat(run.groupsOf(ENUMERATE_SHORT_FORMS)).containsExactly("haicang-songyu-enumerators");
    run.complete(ENUMERATE_SHORT_FORMS);
    assertThat(run.groupsOf(RECHECK_SAMPLE)).containsExactly("haicang-songyu-supervisors");
    run.complete(RECHECK_SAMPLE);
    assertThat(run.groupsOf(ACCEPT_BLOCK)).containsExactly("haicang-songyu-supervisors");
    run.complete(ACCEPT_BLOCK, Map.of("decision", "approve"));
    assertThat(run.tasks()).isEmpty();
    run.days(16);
    assertThat(run.groupsOf(ENUMERATE_LONG_FORMS)).containsExactly("haicang-songyu-supervisors");
    run.complete(ENUMERATE_LONG_FORMS, Map.of("longFormRegistered", 8));
    assertThat(run.groupsOf(ACCEPT_LONG_FORMS)).containsExactly("haicang-songyu-office");
    run.complete(ACCEPT_LONG_FORMS, Map.of("decision", "approve"));
    assertThat(steps.calls)
        .containsExactly(
            "areaRegistrationSteps.open",
            "areaRegistrationSteps.recordListing",
            "areaRegistrationSteps.drawRecheck",
            "areaRegistrationSteps.recordBlock",
            "areaRegistrationSteps.countLongForms",
            "areaRegistrationSteps.recordLongForms",
            "areaRegistrationSteps.reportRegistered");
    assertRegistered(run);
    assertThat(run.called(BlockListingProcess.KEY).ends()).containsExactly("EndEvent_BlockListed");
    assertThat(shortForms(run).ends()).containsExactly("EndEvent_ShortFormsAccepted");
    assertThat(longForms(run).ends()).containsExactly("EndEvent_LongFormsAccepted");
  }

  @Test
  void aBlockWithoutLongFormsIsRegisteredAtOnce() {
    longForms(0);
    ModelRun run = begin();
    accept(run);
    assertRegistered(run);
  }

  @Test
  void tooManyErrorsOpenTheBlockAnewAndASecondTimeForSomebodyElse() {
    steps.returns("areaRegistrationSteps.errorShare", 0.03);
    ModelRun run = begin();
    run.complete(LIST_HOUSEHOLDS, LISTED);
    recheck(run);
    assertThat(shortForms(run).variable("recheckOutcome")).isEqualTo("redo");
    assertThat(run.tasks()).containsExactly(ENUMERATE_SHORT_FORMS);
    recheck(run);
    assertThat(shortForms(run).variable("recheckOutcome")).isEqualTo("replace");
    assertThat(steps.count("areaRegistrationSteps.reopen")).isEqualTo(2);
    steps.returns("areaRegistrationSteps.errorShare", 0.0);
    recheck(run);
    assertThat(run.tasks()).containsExactly(ACCEPT_BLOCK);
  }

  @Test
  void oneMissedPersonFailsTheRecheck() {
    steps.returns("areaRegistrationSteps.missedPersons", 1);
    ModelRun run = begin();
    run.complete(LIST_HOUSEHOLDS, LISTED);
    recheck(run);
    assertThat(run.tasks()).containsExactly(ENUMERATE_SHORT_FORMS);
  }

  @Test
  void whatTheSupervisorReturnsGoesBackWithItsReasonAndIsNotRegisteredAnew() {
    ModelRun run = begin();
    run.complete(LIST_HOUSEHOLDS, LISTED);
    recheck(run);
    run.complete(ACCEPT_BLOCK, Map.of("decision", "return", "decisionReason", "底册漏了一栋"));
    assertThat(shortForms(run).variable("returnReason")).isEqualTo("底册漏了一栋");
    assertThat(run.tasks()).containsExactly(ENUMERATE_SHORT_FORMS);
    assertThat(steps.count("areaRegistrationSteps.reopen")).isZero();
  }

  @Test
  void aFigureThatFallsShortIsNamedToWhoeverAccepts() {
    steps.returns("areaRegistrationSteps.proxyShare", 0.06);
    ModelRun run = begin();
    run.complete(LIST_HOUSEHOLDS, LISTED);
    recheck(run);
    assertThat(shortForms(run).variable("gateHolds")).isEqualTo(false);
    assertThat(shortForms(run).variable("gateReason")).isEqualTo("由他人提供情况的住户占比超过上限");
    run.complete(ACCEPT_BLOCK, Map.of("decision", "override", "decisionReason", "外来人口集中"));
    assertThat(run.ends()).containsExactly("EndEvent_BlockAccepted");
  }

  @Test
  void aLateListIsRemindedAndMayStillCome() {
    steps.days.put("pre-listing", 5);
    ModelRun run = begin();
    run.days(6);
    assertThat(steps.count("areaRegistrationSteps.remind")).isEqualTo(1);
    assertThat(run.called(BlockListingProcess.KEY).ends())
        .containsExactly("EndEvent_ListingReminded");
    run.complete(LIST_HOUSEHOLDS, LISTED);
    assertThat(run.tasks()).containsExactly(ENUMERATE_SHORT_FORMS);
  }

  @Test
  void householdsThatHaveNotAnsweredByTheCutOffGoBackToTheEnumerator() {
    ModelRun run = begin();
    run.complete(LIST_HOUSEHOLDS, LISTED);
    run.days(21);
    assertThat(steps.count("areaRegistrationSteps.returnUnanswered")).isEqualTo(1);
    assertThat(shortForms(run).ends()).containsExactly("EndEvent_UnansweredReturned");
    assertThat(run.tasks()).containsExactly(ENUMERATE_SHORT_FORMS);
  }

  @Test
  void aLateBlockIsRemindedAndThenUrgedBySubdistrictUntilItIsAccepted() {
    ModelRun run = begin();
    run.complete(LIST_HOUSEHOLDS, LISTED);
    run.days(26);
    assertThat(run.ends()).contains("EndEvent_BlockReminded");
    assertThat(run.tasks()).containsExactly(ENUMERATE_SHORT_FORMS);
    run.days(5);
    assertThat(run.groupsOf(URGE_BLOCK)).containsExactly("haicang-songyu-office");
    recheck(run);
    run.complete(ACCEPT_BLOCK, Map.of("decision", "approve"));
    assertThat(run.tasks()).doesNotContain(URGE_BLOCK);
  }

  @Test
  void theSubdistrictRecordsWhatItDidAboutALateBlock() {
    ModelRun run = begin();
    run.complete(LIST_HOUSEHOLDS, LISTED);
    run.days(31);
    run.complete(URGE_BLOCK, Map.of("urgeMeasure", "support", "urgeNote", "已增派两人"));
    assertThat(run.ends()).contains("EndEvent_BlockUrged");
    assertThat(run.tasks()).containsExactly(ENUMERATE_SHORT_FORMS);
  }

  @Test
  void lateLongFormsAreUrgedAndTheUrgingIsWithdrawnWithTheirAcceptance() {
    ModelRun run = begin();
    accept(run);
    run.days(16);
    run.days(31);
    assertThat(run.tasks()).containsExactly(ENUMERATE_LONG_FORMS, URGE_LONG_FORMS);
    run.complete(ENUMERATE_LONG_FORMS, Map.of("longFormRegistered", 8));
    run.complete(ACCEPT_LONG_FORMS, Map.of("decision", "approve"));
    assertThat(run.ended()).isTrue();
  }

  @Test
  void theSubdistrictRecordsWhatItDidAboutLateLongForms() {
    ModelRun run = begin();
    accept(run);
    run.days(16);
    run.days(31);
    run.complete(URGE_LONG_FORMS, Map.of("urgeMeasure", "call", "urgeNote", "已联系"));
    assertThat(longForms(run).ends()).contains("EndEvent_LongFormsUrged");
  }

  @Test
  void longFormsThatAreReturnedAreCompleted() {
    ModelRun run = begin();
    accept(run);
    run.days(16);
    run.complete(ENUMERATE_LONG_FORMS, Map.of("longFormRegistered", 6));
    run.complete(ACCEPT_LONG_FORMS, Map.of("decision", "return", "decisionReason", "补登两户"));
    assertThat(run.tasks()).containsExactly(ENUMERATE_LONG_FORMS);
    run.complete(ENUMERATE_LONG_FORMS, Map.of("longFormRegistered", 8));
    String strange = run.task(ACCEPT_LONG_FORMS).getId();
    assertThatThrownBy(
            () -> engine().getTaskService().complete(strange, Map.of("decision", "maybe")))
        .isInstanceOf(ProcessEngineException.class);
  }

  private static ModelRun shortForms(ModelRun run) {
    return run.called(BlockShortFormsProcess.KEY);
  }

  private static ModelRun longForms(ModelRun run) {
    return run.called(BlockLongFormsProcess.KEY);
  }

  private static void assertRegistered(ModelRun run) {
    assertThat(run.ends()).containsExactly("EndEvent_BlockAccepted", "EndEvent_BlockRegistered");
    assertThat(run.ended()).isTrue();
  }

  private static void longForms(int count) {
    steps.result("areaRegistrationSteps.countLongForms", Map.of("longFormCount", count));
  }

  private static void recheck(ModelRun run) {
    run.complete(ENUMERATE_SHORT_FORMS);
    run.complete(RECHECK_SAMPLE);
  }

  private static void accept(ModelRun run) {
    run.complete(LIST_HOUSEHOLDS, LISTED);
    recheck(run);
    run.complete(ACCEPT_BLOCK, Map.of("decision", "approve"));
  }

  @Test
  void aBlockThatIsMergedEndsAndItsTasksWithIt() {
    ModelRun run = begin();
    run.complete(LIST_HOUSEHOLDS, LISTED);
    halt("350205002001004");
    assertThat(run.ended()).isTrue();
    assertThat(run.tasks()).isEmpty();
    assertThat(run.ends()).containsExactly("EndEvent_BlockMerged");
  }

  @Test
  void aBlockThatIsReopenedEndsWhatItWasAtAndIsListedAgain() {
    ModelRun run = begin();
    accept(run);
    halt(null);
    assertThat(run.ends()).containsExactly("EndEvent_BlockAccepted", "EndEvent_BlockStartedAnew");
    engine()
        .getRuntimeService()
        .createMessageCorrelation(BLOCK_REOPENED)
        .processInstanceBusinessKey(BLOCK)
        .setVariables(VARIABLES)
        .correlateStartMessage();
    run.work();
    assertThat(run.tasks()).containsExactly(LIST_HOUSEHOLDS);
  }

  private static void halt(String into) {
    engine()
        .getRuntimeService()
        .createMessageCorrelation(BLOCK_HALTED)
        .processInstanceBusinessKey(BLOCK)
        .setVariable("mergedInto", into)
        .correlate();
  }

  private static ModelRun begin() {
    return start(AreaRegistrationProcess.KEY, BLOCK, VARIABLES);
  }
}
