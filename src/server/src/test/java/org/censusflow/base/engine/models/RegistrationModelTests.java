package org.censusflow.base.engine.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.censusflow.base.process.registration.RegistrationProcess.*;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.censusflow.base.process.registration.RegistrationProcess;
import org.censusflow.base.process.registration.SpecialPopulationProcess;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RegistrationModelTests extends ModelScene {

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
                .processDefinitionKey(SpecialPopulationProcess.KEY)
                .list())
        .extracting(ProcessInstance::getBusinessKey)
        .containsExactlyInAnyOrder("haicang-2020-armed-forces", "haicang-2020-foreigners");
    run.message(SHORT_FORMS_COMPLETED, "haicang-2020");
    run.message(AREAS_REGISTERED, "haicang-2020");
    run.complete(COMPLETE_SHORT_FORMS);
    run.complete(COMPLETE_LONG_FORMS);
    assertThat(run.ended()).isFalse();
  }

  @Test
  void blocksAreStartedInBatchesAndThePhaseEndsWhenEverythingIsIn() {
    ModelRun run = begin();
    assertThat(steps.count("registrationPhaseSteps.startBatch")).isEqualTo(3);
    assertThat(run.tasks()).isEmpty();
    run.message(SHORT_FORMS_COMPLETED, "haicang-2020");
    assertThat(run.groupsOf(COMPLETE_SHORT_FORMS)).containsExactly("haicang-census-office");
    run.complete(COMPLETE_SHORT_FORMS);
    assertThat(steps.calls).endsWith("registrationPhaseSteps.closeShortForms");
    run.message(AREAS_REGISTERED, "haicang-2020");
    run.complete(COMPLETE_LONG_FORMS);
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
    run.message(AREAS_REGISTERED, "haicang-2020");
    run.complete(COMPLETE_LONG_FORMS);
    assertThat(run.expects(SHORT_FORMS_COMPLETED)).isTrue();
    run.message(SHORT_FORMS_COMPLETED, "haicang-2020");
    run.complete(COMPLETE_SHORT_FORMS);
    assertThat(run.ended()).isTrue();
  }

  @Test
  void lateShortFormsAreUrgedByTheLeadsUntilTheyAreAccepted() {
    ModelRun run = begin();
    run.days(31);
    assertThat(run.tasks()).containsExactly(URGE_REGISTRATION, URGE_SHORT_FORMS);
    assertThat(run.groupsOf(URGE_SHORT_FORMS)).containsExactly("haicang-census-leads");
    run.message(SHORT_FORMS_COMPLETED, "haicang-2020");
    run.message(AREAS_REGISTERED, "haicang-2020");
    assertThat(run.tasks()).containsExactly(COMPLETE_LONG_FORMS, COMPLETE_SHORT_FORMS);
  }

  @Test
  void whatTheLeadsDidIsOnRecord() {
    Map<String, Object> urged = Map.of("urgeMeasure", "notice", "urgeNote", "已通报");
    ModelRun run = begin();
    run.days(31);
    run.complete(URGE_SHORT_FORMS, urged);
    run.complete(URGE_REGISTRATION, urged);
    assertThat(run.ends())
        .containsExactlyInAnyOrder("EndEvent_ShortFormsUrged", "EndEvent_RegistrationUrged");
    assertThat(run.expects(SHORT_FORMS_COMPLETED)).isTrue();
    assertThat(run.expects(AREAS_REGISTERED)).isTrue();
  }

  private static ModelRun begin() {
    return start(
        RegistrationProcess.KEY,
        "haicang-2020",
        Map.of("district", "haicang", "censusId", "haicang-2020"));
  }
}
