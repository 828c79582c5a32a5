package org.censusflow.base.engine.models;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RegistrationModelTests extends ModelScene {

  private static final String SHORT_FORMS = "Message_ShortFormsCompleted";
  private static final String EVERYTHING = "Message_AreasRegistered";

  @BeforeEach
  void noSpecialPopulations() {
    steps.does(
        "registrationPhaseSteps.startBatch",
        it ->
            it.setVariable("blocksWaiting", steps.count("registrationPhaseSteps.startBatch") < 2));
    SpecialPopulationModelTests.register(steps);
    steps.returns("specialPopulationSteps.kinds", List.of());
  }

  @Test
  void everySpecialPopulationIsRegisteredOnItsOwnAndThePhaseWaitsForThem() {
    steps.returns("specialPopulationSteps.kinds", List.of("armed-forces", "foreigners"));
    ModelRun run = begin();
    assertThat(
            engine()
                .getRuntimeService()
                .createProcessInstanceQuery()
                .processDefinitionKey("SpecialPopulation")
                .list())
        .extracting(ProcessInstance::getBusinessKey)
        .containsExactlyInAnyOrder("haicang-2020-armed-forces", "haicang-2020-foreigners");
    run.message(SHORT_FORMS, "haicang-2020");
    run.message(EVERYTHING, "haicang-2020");
    run.complete("Task_CompleteShortForms");
    run.complete("Task_CompleteLongForms");
    assertThat(run.ended()).isFalse();
  }

  @Test
  void blocksAreStartedInBatchesAndThePhaseEndsWhenEverythingIsIn() {
    ModelRun run = begin();
    assertThat(steps.count("registrationPhaseSteps.startBatch")).isEqualTo(3);
    assertThat(run.tasks()).isEmpty();
    run.message(SHORT_FORMS, "haicang-2020");
    assertThat(run.groupsOf("Task_CompleteShortForms")).containsExactly("haicang-census-office");
    run.complete("Task_CompleteShortForms");
    assertThat(steps.calls).endsWith("registrationPhaseSteps.closeShortForms");
    run.message(EVERYTHING, "haicang-2020");
    run.complete("Task_CompleteLongForms");
    assertThat(run.ends())
        .containsExactlyInAnyOrder(
            "EndEvent_ShortFormsCompleted",
            "EndEvent_BlocksRegistered",
            "EndEvent_RegistrationCompleted");
    assertThat(run.ended()).isTrue();
  }

  @Test
  void theLastLongFormMayComeBeforeTheDistrictIsAccepted() {
    ModelRun run = begin();
    run.message(EVERYTHING, "haicang-2020");
    run.complete("Task_CompleteLongForms");
    assertThat(run.expects(SHORT_FORMS)).isTrue();
    run.message(SHORT_FORMS, "haicang-2020");
    run.complete("Task_CompleteShortForms");
    assertThat(run.ended()).isTrue();
  }

  @Test
  void lateShortFormsAreUrgedByTheLeadsUntilTheyAreAccepted() {
    ModelRun run = begin();
    run.days(31);
    assertThat(run.tasks()).containsExactly("Task_UrgeRegistration", "Task_UrgeShortForms");
    assertThat(run.groupsOf("Task_UrgeShortForms")).containsExactly("haicang-census-leads");
    run.message(SHORT_FORMS, "haicang-2020");
    run.message(EVERYTHING, "haicang-2020");
    assertThat(run.tasks()).containsExactly("Task_CompleteLongForms", "Task_CompleteShortForms");
  }

  @Test
  void whatTheLeadsDidIsOnRecord() {
    Map<String, Object> urged = Map.of("urgeMeasure", "notice", "urgeNote", "已通报");
    ModelRun run = begin();
    run.days(31);
    run.complete("Task_UrgeShortForms", urged);
    run.complete("Task_UrgeRegistration", urged);
    assertThat(run.ends())
        .containsExactlyInAnyOrder("EndEvent_ShortFormsUrged", "EndEvent_RegistrationUrged");
    assertThat(run.expects(SHORT_FORMS)).isTrue();
    assertThat(run.expects(EVERYTHING)).isTrue();
  }

  private static ModelRun begin() {
    return start(
        "Registration", "haicang-2020", Map.of("district", "haicang", "censusId", "haicang-2020"));
  }
}
