package org.censusflow.sample.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.censusflow.CensusFlow;
import org.censusflow.DueJobs;
import org.censusflow.base.district.CensusRegister;
import org.censusflow.base.district.District;
import org.censusflow.base.district.Districts;
import org.censusflow.base.process.governance.MatterFollowUpProcess;
import org.censusflow.base.process.postenumeration.PostEnumerationProcess;
import org.censusflow.base.process.postenumeration.PublicationProcess;
import org.censusflow.base.process.postenumeration.QualityCheckProcess;
import org.censusflow.base.process.postenumeration.RetentionProcess;
import org.censusflow.base.process.postenumeration.SampleBlockCheckProcess;
import org.censusflow.postenumeration.publication.Destructions;
import org.censusflow.postenumeration.publication.Releases;
import org.censusflow.registration.answers.BlockFile;
import org.censusflow.registration.submission.Intake;
import org.censusflow.sample.SampleFiles;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;

/** The sample's staff do the work after the count by themselves, over the years that it takes. */
@SpringBootTest(
    classes = CensusFlow.class,
    properties = {
      "spring.datasource.url=jdbc:h2:mem:after-count-play;DB_CLOSE_DELAY=-1",
      "camunda.bpm.job-execution.enabled=false",
      "censusflow.sample.enabled=false",
      "censusflow.sample.district=xiangshan",
      "censusflow.sample.persons=1500",
      "censusflow.sample.blocks=8",
      "censusflow.sample.directory=target/sample"
    })
@DirtiesContext
class AfterCountPlayTests {

  private static final int MOST_ROUNDS = 120;

  @Autowired private Districts districts;
  @Autowired private SampleFiles files;
  @Autowired private CensusRegister censuses;
  @Autowired private BlockFile blocks;
  @Autowired private Intake intake;
  @Autowired private StaffRoom staffRoom;
  @Autowired private StaffWork work;
  @Autowired private FormWork forms;
  @Autowired private Timetable timetable;
  @Autowired private RuntimeService runtime;
  @Autowired private TaskService tasks;
  @Autowired private HistoryService history;
  @Autowired private ManagementService management;
  @Autowired private Releases releases;
  @Autowired private Destructions destructions;
  @Autowired private JdbcClient jdbc;

  @AfterEach
  void resetTheClock() {
    ClockUtil.reset();
  }

  @Test
  void theCensusIsReleasedAndItsPeopleAreForgottenInTheEnd() throws IOException {
    District district = districts.require("xiangshan");
    String census = district.census().id();
    ClockUtil.setCurrentTime(Date.from(Instant.parse("2020-12-14T02:00:00Z")));
    files.ensure(district);
    censuses.open(district);
    blocks.enter(census, files.blocks());
    intake.takeIn(census, files.census(), null, district.window("registration").to(), "sample");
    assertThat(rows("person")).isGreaterThan(1_000);
    runtime.startProcessInstanceByKey(
        PostEnumerationProcess.KEY, census, Map.of("district", "xiangshan"));
    List<StaffMember> staff = staffRoom.of("xiangshan");
    for (int round = 0; round < MOST_ROUNDS && running() > 0; round++) {
      runJobs();
      if (work.share(timetable.ready(), staff, forms::play) == 0 && running() > 0) {
        goOn();
      }
    }
    assertThat(running()).isZero();
    assertThat(runtime.createIncidentQuery().count()).isZero();
    assertThat(completed())
        .contains(
            PostEnumerationProcess.KEY,
            QualityCheckProcess.KEY,
            SampleBlockCheckProcess.KEY,
            PublicationProcess.KEY,
            RetentionProcess.KEY,
            MatterFollowUpProcess.KEY);
    assertThat(releases.released("xiangshan")).hasSize(1);
    assertThat(destructions.certificates("xiangshan")).hasSize(1);
    assertThat(ClockUtil.getCurrentTime())
        .isAfter(Date.from(Instant.parse("2022-12-14T00:00:00Z")));
    for (String table : List.of("person", "person_version", "household")) {
      assertThat(rows(table)).as(table).isZero();
    }
  }

  private long rows(String table) {
    return jdbc.sql("select count(*) from " + table).query(Long.class).single();
  }

  private long running() {
    return runtime.createProcessInstanceQuery().count();
  }

  private Set<String> completed() {
    Set<String> completed = new HashSet<>();
    history.createHistoricProcessInstanceQuery().completed().list().stream()
        .map(HistoricProcessInstance::getProcessDefinitionKey)
        .forEach(completed::add);
    return completed;
  }

  private List<String> open() {
    return tasks.createTaskQuery().list().stream().map(Task::getTaskDefinitionKey).toList();
  }

  private void runJobs() {
    DueJobs.run(management);
  }

  /** On to the next timer, or the next task of a slow colleague. */
  private void goOn() {
    Instant now = ClockUtil.getCurrentTime().toInstant();
    Instant next =
        management.createJobQuery().active().list().stream()
            .map(Job::getDuedate)
            .filter(due -> due != null && due.toInstant().isAfter(now))
            .map(Date::toInstant)
            .min(Instant::compareTo)
            .orElse(Instant.MAX);
    Instant slow = timetable.next(now);
    Instant to = next.isBefore(slow) ? next : slow;
    assertThat(to).as("what waits at " + now + ": " + open()).isNotEqualTo(Instant.MAX);
    ClockUtil.setCurrentTime(Date.from(to.plusSeconds(1)));
  }
}
