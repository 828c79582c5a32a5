package org.censusflow.sample.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.censusflow.StaffScene;
import org.censusflow.base.process.mapping.BoundaryDisputeProcess;
import org.censusflow.base.process.registration.SpecialPopulationProcess;
import org.censusflow.registration.specialpopulation.PopulationKind;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Sample staff bring these processes to their end by themselves. */
class SpecialPlayTests extends StaffScene {

  @Autowired private StaffWork work;
  @Autowired private StaffRoom room;

  @BeforeEach
  void setTheClock() {
    now("2020-11-02T01:00:00Z");
  }

  @Test
  void everySpecialPopulationIsRegisteredInBothDistricts() {
    for (String district : List.of("haicang", "xiangshan")) {
      for (PopulationKind kind : PopulationKind.values()) {
        runtime
            .createProcessInstanceByKey(SpecialPopulationProcess.KEY)
            .processDefinitionWithoutTenantId()
            .businessKey(district + "-2020-" + kind.key())
            .setVariables(Map.of("district", district, "kind", kind.key()))
            .execute();
      }
      play(district);
    }
    assertThat(
            jdbc.sql("select count(*) from special_population where status = 'RECONCILED'")
                .query(Integer.class)
                .single())
        .isEqualTo(20);
  }

  @Test
  void aBoundaryDisputeIsSettled() {
    start(
        "xs-nanmen-office",
        BoundaryDisputeProcess.KEY,
        Map.of(
            "disputeSubject", "样例地块",
            "disputePlace", "样例路以东",
            "disputeKind", "division",
            "disputeText", "样例情况"));
    play("xiangshan");
    assertThat(jdbc.sql("select status from boundary_dispute").query(String.class).single())
        .isEqualTo("PUBLISHED");
  }

  private void play(String district) {
    List<StaffMember> staff = room.of(district);
    runJobs();
    for (int round = 0; round < 20 && work.round(staff, kind -> true) > 0; round++) {
      runJobs();
    }
    assertThat(openTasks()).isEmpty();
    assertThat(runtime.createProcessInstanceQuery().tenantIdIn(district).count()).isZero();
  }
}
