package org.censusflow.governance.phase.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.censusflow.StaffScene;
import org.junit.jupiter.api.Test;

class RegistrationGateTests extends StaffScene {

  @Test
  void theGateIsMeasuredWhenItIsDecidedOnWhateverTheInstanceSays() {
    runtime
        .createProcessInstanceByKey("Census")
        .setVariable("district", "haicang")
        .setVariable("gateHolds", true)
        .setVariable("gateFigures", "- 达标")
        .startBeforeActivity("Task_DecideRegistration")
        .execute();
    Map<String, Object> open = Map.of("gateDecision", "open");
    assertThatThrownBy(() -> complete("hc-leading-1", "Task_DecideRegistration", open))
        .hasMessageContaining("CF-E201");
    assertThat(waitsFor("hc-leading-1", "Task_DecideRegistration")).isTrue();
  }
}
