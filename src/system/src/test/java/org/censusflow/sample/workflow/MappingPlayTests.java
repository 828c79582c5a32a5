package org.censusflow.sample.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.censusflow.CensusFlow;
import org.censusflow.DueJobs;
import org.censusflow.base.district.CensusRegister;
import org.censusflow.base.district.District;
import org.censusflow.base.district.Districts;
import org.censusflow.base.process.mapping.MappingProcess;
import org.censusflow.mapping.area.AreaBlock;
import org.censusflow.mapping.area.Areas;
import org.censusflow.registration.answers.BlockFile;
import org.censusflow.registration.submission.Intake;
import org.censusflow.sample.SampleFiles;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.annotation.DirtiesContext;

/** The sample's staff map a district by themselves. */
@SpringBootTest(
    classes = CensusFlow.class,
    properties = {
      "spring.datasource.url=jdbc:h2:mem:mapping-play;DB_CLOSE_DELAY=-1",
      "camunda.bpm.job-execution.enabled=false",
      "censusflow.sample.enabled=false",
      "censusflow.sample.district=xiangshan",
      "censusflow.sample.persons=1500",
      "censusflow.sample.blocks=8",
      "censusflow.sample.directory=target/sample"
    })
@DirtiesContext
class MappingPlayTests {

  private static final int MOST_ROUNDS = 30;

  @Autowired private Districts districts;
  @Autowired private SampleFiles files;
  @Autowired private CensusRegister censuses;
  @Autowired private BlockFile blocks;
  @Autowired private Intake intake;
  @Autowired private StaffRoom staffRoom;
  @Autowired private StaffWork work;
  @Autowired private RuntimeService runtime;
  @Autowired private ManagementService management;
  @Autowired private Areas areas;

  @AfterEach
  void resetTheClock() {
    ClockUtil.reset();
  }

  @Test
  void aDistrictIsMappedFromBaseMapsToAcceptedBlocks() throws IOException {
    District district = districts.require("xiangshan");
    String census = district.census().id();
    files.ensure(district);
    censuses.open(district);
    blocks.enter(census, files.blocks());
    intake.takeIn(census, files.census(), null, district.window("registration").to(), "sample");
    // The sample draws its map from its answers, which come later than the mapping.
    ClockUtil.setCurrentTime(java.util.Date.from(java.time.Instant.parse("2020-06-01T02:00:00Z")));
    List<StaffMember> staff = staffRoom.of("xiangshan");
    StaffMember office = SampleCensus.memberOf(staff, "xiangshan-census-office");
    String instance =
        office.act(
            () ->
                runtime
                    .startProcessInstanceByKey(MappingProcess.KEY, Map.of("district", "xiangshan"))
                    .getId());
    for (int round = 0; round < MOST_ROUNDS && running(instance); round++) {
      runJobs();
      work.round(staff, kind -> true);
    }
    runJobs();
    assertThat(running(instance)).isFalse();
    assertThat(runtime.createIncidentQuery().count()).isZero();
    assertThat(areas.blocks(census))
        .hasSize(8)
        .allMatch(AreaBlock::listed)
        .allMatch(block -> block.households() > 0);
  }

  private boolean running(String instance) {
    return runtime.createProcessInstanceQuery().processInstanceId(instance).count() == 1;
  }

  private void runJobs() {
    DueJobs.run(management);
  }
}
