package org.censusflow.governance.phase.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.censusflow.base.process.CensusProcess.*;

import java.util.Map;
import org.censusflow.StaffScene;
import org.censusflow.base.process.CensusProcess;
import org.junit.jupiter.api.Test;

class RegistrationGateTests extends StaffScene {

  @Test
  void theGateIsMeasuredWhenItIsDecidedOnWhateverTheInstanceSays() {
    runtime
        .createProcessInstanceByKey(CensusProcess.KEY)
        .setVariable("district", "haicang")
        .setVariable("gateHolds", true)
        .setVariable("gateFigures", "- 达标")
        .startBeforeActivity(DECIDE_REGISTRATION)
        .execute();
    Map<String, Object> open = Map.of("gateDecision", "open");
    assertThatThrownBy(() -> complete("hc-leading-1", DECIDE_REGISTRATION, open))
        .hasMessageContaining("CF-E201");
    assertThat(waitsFor("hc-leading-1", DECIDE_REGISTRATION)).isTrue();
  }
}
