package org.censusflow.sample.workflow;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.censusflow.base.district.CensusRegister;
import org.censusflow.base.district.District;
import org.censusflow.base.district.Districts;
import org.censusflow.base.process.CensusProcess;
import org.censusflow.base.process.crosscheck.AreaRecheckProcess;
import org.censusflow.base.process.crosscheck.ClericalReviewProcess;
import org.censusflow.base.process.crosscheck.CrossCheckProcess;
import org.censusflow.base.process.crosscheck.CrossCheckRechecksProcess;
import org.censusflow.base.process.crosscheck.CrossCheckReportProcess;
import org.censusflow.base.process.crosscheck.RecordRequestProcess;
import org.censusflow.registration.answers.BlockFile;
import org.censusflow.registration.submission.Intake;
import org.censusflow.sample.SampleFiles;
import org.censusflow.sample.SampleSettings;
import org.springframework.stereotype.Component;

/**
 * The sample census of one district: sets it up where it is not there yet, and knows how far it is.
 */
@Component
class SampleCensus {

  private static final String IMPORTER = "sample";

  private final Districts districts;
  private final SampleSettings settings;
  private final SampleFiles files;
  private final CensusRegister censuses;
  private final BlockFile blocks;
  private final Intake intake;
  private final SampleQuestions questions;
  private final SampleCourse course;
  private final RuntimeService runtime;
  private final TaskService tasks;
  private final HistoryService history;

  SampleCensus(
      Districts districts,
      SampleSettings settings,
      SampleFiles files,
      CensusRegister censuses,
      BlockFile blocks,
      Intake intake,
      SampleQuestions questions,
      SampleCourse course,
      RuntimeService runtime,
      TaskService tasks,
      HistoryService history) {
    this.districts = districts;
    this.settings = settings;
    this.files = files;
    this.censuses = censuses;
    this.blocks = blocks;
    this.intake = intake;
    this.questions = questions;
    this.course = course;
    this.runtime = runtime;
    this.tasks = tasks;
    this.history = history;
  }

  District district() {
    return districts.require(settings.district());
  }

  String censusId() {
    return district().census().id();
  }

  /**
   * Makes the population, takes its registrations in and starts the census at its cross-check;
   * whatever is there already stays.
   */
  void setUp(List<StaffMember> staff) throws IOException {
    District district = district();
    takeIn(district);
    course.pass(district, staff);
    if (history
            .createHistoricProcessInstanceQuery()
            .processDefinitionKey(CensusProcess.KEY)
            .tenantIdIn(district.id())
            .count()
        == 0) {
      startAtCrossCheck(district);
      questions.ask(staff);
    }
  }

  private void takeIn(District district) throws IOException {
    prepare(district);
    intake.takeIn(censusId(), files.census(), null, district.window("registration").to(), IMPORTER);
  }

  private void prepare(District district) throws IOException {
    files.ensure(district);
    censuses.open(district);
    blocks.enter(censusId(), files.blocks());
  }

  /** Makes the population and takes its answers in, on the day that they describe. */
  void takeAnswersIn() throws IOException {
    prepare(district());
    LocalDate day = district().referenceTime().toLocalDate();
    intake.takeIn(censusId(), files.census(), null, day, IMPORTER);
  }

  /** Launches the census at its beginning. */
  void launch(List<StaffMember> staff) {
    District district = district();
    Map<String, Object> form =
        Map.of("district", district.id(), "censusYear", district.referenceTime().getYear());
    memberOf(staff, district.id() + "-census-leads")
        .act(() -> runtime.startProcessInstanceByKey(CensusProcess.KEY, form));
  }

  /**
   * The sample begins where its registrations are complete: the tokens of what lies before wait at
   * the joins behind it. The program starts it; nobody's account may start in the middle.
   */
  private ProcessInstance startAtCrossCheck(District district) {
    return runtime
        .createProcessInstanceByKey(CensusProcess.KEY)
        .businessKey(censusId())
        .setVariables(
            Map.of(
                "district", district.id(),
                "censusId", censusId(),
                "censusName", district.census().name(),
                "districtName", district.name(),
                "referenceTime", district.referenceTime().toLocalDateTime().toString()))
        .startBeforeActivity("CallActivity_CrossCheck")
        .startBeforeActivity("Gateway_RegistrationChecked")
        .startBeforeActivity("Gateway_AllPhasesDone")
        .startBeforeActivity("Gateway_AllPhasesDone")
        .execute();
  }

  static StaffMember memberOf(List<StaffMember> staff, String group) {
    return staff.stream()
        .filter(person -> person.groups().contains(group))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("No sample account in the group " + group));
  }

  /** Whether differences wait as tasks, or the cross-check is past that. */
  boolean rechecksWaiting() {
    return signed()
        || tasks
                    .createTaskQuery()
                    .processDefinitionKey(AreaRecheckProcess.KEY)
                    .tenantIdIn(district().id())
                    .count()
                > 0
            && tasks
                    .createTaskQuery()
                    .processDefinitionKey(CrossCheckRechecksProcess.KEY)
                    .tenantIdIn(district().id())
                    .count()
                > 0;
  }

  /** Whether the cross-check has been signed. */
  boolean signed() {
    HistoricProcessInstance crossCheck =
        history
            .createHistoricProcessInstanceQuery()
            .processDefinitionKey(CrossCheckProcess.KEY)
            .tenantIdIn(district().id())
            .singleResult();
    return crossCheck != null
        && HistoricProcessInstance.STATE_COMPLETED.equals(crossCheck.getState());
  }

  long incidents() {
    return runtime.createIncidentQuery().count();
  }

  /** Tasks of the cross-check that somebody still has to do. */
  long openTasks() {
    return tasks
        .createTaskQuery()
        .processDefinitionKeyIn(
            CrossCheckRechecksProcess.KEY,
            CrossCheckReportProcess.KEY,
            ClericalReviewProcess.KEY,
            AreaRecheckProcess.KEY,
            RecordRequestProcess.KEY)
        .tenantIdIn(district().id())
        .count();
  }
}
