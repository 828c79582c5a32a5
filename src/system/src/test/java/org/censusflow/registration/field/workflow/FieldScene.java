package org.censusflow.registration.field.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.task.Task;
import org.censusflow.CensusFlow;
import org.censusflow.DueJobs;
import org.censusflow.EmptyDataPlane;
import org.censusflow.EmptyEngine;
import org.censusflow.SignedIn;
import org.censusflow.base.access.Caller;
import org.censusflow.base.engine.TaskRefused;
import org.censusflow.preparation.Staff;
import org.censusflow.registration.field.FieldCounts;
import org.censusflow.registration.field.FieldTask;
import org.censusflow.registration.field.FieldTasks;
import org.censusflow.registration.field.HouseholdCases;
import org.censusflow.registration.field.HouseholdVisits;
import org.censusflow.registration.field.Progress;
import org.censusflow.registration.field.RecheckSamples;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;

/**
 * The whole program on H2 with four blocks in three areas of two subdistricts, twenty households
 * each; sample staff do the tasks, time is moved by hand.
 */
@SpringBootTest(
    classes = CensusFlow.class,
    properties = {
      "spring.datasource.url=jdbc:h2:mem:field;DB_CLOSE_DELAY=-1",
      "camunda.bpm.job-execution.enabled=false",
      "censusflow.sample.enabled=false"
    })
@DirtiesContext
abstract class FieldScene {

  static final String CENSUS = "haicang-2020";
  static final String FIRST = "350205002001001";
  static final String SECOND = "350205002001002";
  static final String THIRD = "350205002002001";
  static final String FOURTH = "350205004001001";
  static final int HOUSEHOLDS = 20;

  @Autowired IdentityService identities;
  @Autowired RuntimeService runtime;
  @Autowired TaskService tasks;
  @Autowired ManagementService management;
  @Autowired HistoryService history;
  @Autowired JdbcClient jdbc;
  @Autowired FieldTasks fieldTasks;
  @Autowired HouseholdCases cases;
  @Autowired HouseholdVisits visits;
  @Autowired RecheckSamples samples;
  @Autowired Progress progress;
  @Autowired FieldCounts counts;
  @Autowired Staff staff;

  @BeforeEach
  void aDistrictWithFourBlocks() {
    now("2020-11-01T01:00:00Z");
    EmptyDataPlane.leave(jdbc);
    jdbc.sql("insert into census (id, district, reference_time) values (?, 'haicang', ?)")
        .params(CENSUS, java.sql.Timestamp.from(Instant.parse("2020-10-31T16:00:00Z")))
        .update();
    block(FIRST, "songyu", "样例东社区");
    block(SECOND, "songyu", "样例东社区");
    block(THIRD, "songyu", "样例西社区");
    block(FOURTH, "dongfu", "样例南村");
    certify("songyu");
    certify("dongfu");
  }

  private void certify(String subdistrict) {
    staff.register(subdistrict, CENSUS, "haicang", subdistrict, "initial");
    List<String> accounts =
        List.of(
            "hc-" + subdistrict + "-enumerator-1",
            "hc-" + subdistrict + "-enumerator-2",
            "hc-" + subdistrict + "-supervisor-1",
            "hc-" + subdistrict + "-supervisor-2");
    staff.certify(subdistrict, new Staff.Team(2, 2), accounts, null, "office");
  }

  private void block(String code, String subdistrict, String community) {
    jdbc.sql(
            """
            insert into block (census_id, code, subdistrict, community_code, community_name, address_prefix)
            values (?, ?, ?, ?, ?, '样例路1号')
            """)
        .params(CENSUS, code, subdistrict, code.substring(0, 12), community)
        .update();
    for (int number = 1; number <= HOUSEHOLDS; number++) {
      household(code, number);
    }
  }

  /** A household of two, one of whom lives elsewhere, both with an identity number. */
  void household(String block, int number) {
    jdbc.sql(
            "insert into household (census_id, block_code, household_no, address) values (?, ?, ?, '样例路1号')")
        .params(CENSUS, block, number)
        .update();
    long household =
        jdbc.sql("select id from household where block_code = ? and household_no = ?")
            .params(block, number)
            .query(Long.class)
            .single();
    person(household, block, number, 1, "here");
    person(household, block, number, 2, "absent");
  }

  private void person(long household, String block, int number, int line, String residence) {
    String key = block + "-" + number + "-" + line;
    jdbc.sql(
            "insert into person (census_id, household_id, source_key, current_version) values (?, ?, ?, 1)")
        .params(CENSUS, household, key)
        .update();
    long person =
        jdbc.sql("select id from person where source_key = ?")
            .param(key)
            .query(Long.class)
            .single();
    jdbc.sql(
            """
            insert into person_version (person_id, version, status, block_code, line_no, name, id_number,
                                        residence, form, made_by, made_at)
            values (?, 1, 'REGISTERED', ?, ?, '样例', '11010519491231002X', ?, 'short', 'sample', current_timestamp)
            """)
        .params(person, block, line, residence)
        .update();
  }

  @AfterEach
  void clearTheScene() {
    EmptyEngine.leave(identities, runtime, history);
  }

  static void now(String instant) {
    ClockUtil.setCurrentTime(Date.from(Instant.parse(instant)));
  }

  String open() {
    String instance =
        runtime
            .createProcessInstanceByKey("Registration")
            .businessKey(CENSUS)
            .setVariable("district", "haicang")
            .setVariable("censusId", CENSUS)
            .execute()
            .getId();
    work();
    return instance;
  }

  /** Takes the special populations, which have tests of their own, out of the phase's way. */
  void reconcileSpecialPopulations(String phase) {
    runtime
        .createProcessInstanceModification(phase)
        .cancelAllForActivity("CallActivity_SpecialPopulation#multiInstanceBody")
        .startBeforeActivity("Gateway_RegistrationDone")
        .execute();
    work();
  }

  void list(String user, String block) {
    list(user, block, HOUSEHOLDS, 5);
  }

  void list(String user, String block, int households, int selfInvited) {
    complete(
        user,
        "Task_ListHouseholds",
        block,
        Map.of(
            "listedHouseholds",
            households,
            "listedPersons",
            2 * households,
            "emptyDwellings",
            1,
            "selfInvited",
            selfInvited,
            "boundaryChecked",
            true));
  }

  /** Rechecks every drawn household, finding so many wrong items in each. */
  void recheck(String user, String block, int wrong) {
    FieldTask task = claim(user, "Task_RecheckSample", block);
    drawn(block)
        .forEach(
            number -> samples.record(task, number, 50, wrong, 0, wrong == 0 ? null : "样例差错", user));
    complete(user, "Task_RecheckSample", block, Map.of());
  }

  /** Confirms every household of a block that is registered anew. */
  void confirmAll(String user, String block) {
    FieldTask task = claim(user, "Task_EnumerateShortForms", block);
    for (int number = 1; number <= HOUSEHOLDS; number++) {
      visits.visited(task, number, new HouseholdVisits.Visit("confirmed", null, null, null), user);
    }
  }

  List<Integer> drawn(String block) {
    return jdbc.sql(
            """
            select s.household_no from recheck_sample s
              join block_work w on w.block_code = s.block_code and w.round = s.round
             where s.block_code = ? order by s.draw_rank
            """)
        .param(block)
        .query(Integer.class)
        .list();
  }

  /** From the list to the supervisor's acceptance, without a fault. */
  void shortForms(String part, String block) {
    list("hc-" + part + "-enumerator-1", block);
    complete("hc-" + part + "-enumerator-1", "Task_EnumerateShortForms", block, Map.of());
    recheck("hc-" + part + "-supervisor-1", block, 0);
    complete(
        "hc-" + part + "-supervisor-2", "Task_AcceptBlock", block, Map.of("decision", "approve"));
  }

  void longForms(String part, String block) {
    longForms(part, block, 2);
  }

  void longForms(String part, String block, int registered) {
    complete(
        "hc-" + part + "-supervisor-1",
        "Task_EnumerateLongForms",
        block,
        Map.of("longFormRegistered", registered));
    complete(
        "hc-" + part + "-office", "Task_AcceptLongForms", block, Map.of("decision", "approve"));
  }

  /** Lets the owner submit a whole and the level above accept it. */
  void accept(String unit, String owner, String reviewer) {
    String key = CENSUS + "/" + unit;
    complete(owner, "Task_SubmitAcceptance", key, submitted());
    complete(reviewer, "Task_ReviewAcceptance", key, Map.of("decision", "approve"));
  }

  static Map<String, Object> submitted() {
    return Map.of("figuresChecked", true, "acceptanceNote", "已逐个小区核对");
  }

  static Map<String, Object> shortFormsConfirmed() {
    return Map.of(
        "householdsRegistered",
        80,
        "personsRegistered",
        160,
        "blocksRegistered",
        4,
        "overseasRegistered",
        true,
        "deathsRegistered",
        true,
        "militaryAgreed",
        true);
  }

  /** Lets this person claim the task of the block or whole, and complete it. */
  void complete(String user, String key, String businessKey, Map<String, Object> form) {
    String task = free(seen(user, key, businessKey), user);
    as(
        user,
        () -> {
          tasks.claim(task, user);
          try {
            tasks.complete(task, form);
          } catch (TaskRefused refused) {
            tasks.claim(task, null);
            throw refused;
          }
          return null;
        });
    minuteLater();
    work();
  }

  /** Nobody does two tasks in the same moment. */
  private static void minuteLater() {
    ClockUtil.setCurrentTime(
        Date.from(ClockUtil.getCurrentTime().toInstant().plus(Duration.ofMinutes(1))));
  }

  FieldTask claim(String user, String key, String block) {
    String task = free(seen(user, key, block), user);
    return as(
        user,
        () -> {
          tasks.claim(task, user);
          return fieldTasks.claimedBy(
              new Caller(
                  user,
                  Set.copyOf(SignedIn.groups(identities, user)),
                  Set.copyOf(SignedIn.tenants(identities, user))),
              task);
        });
  }

  /** Lets a colleague who has claimed the task give it back. */
  private String free(Task task, String user) {
    String other = task.getAssignee();
    if (other != null && !other.equals(user)) {
      as(
          other,
          () -> {
            tasks.claim(task.getId(), null);
            return null;
          });
    }
    return task.getId();
  }

  Task seen(String user, String key, String businessKey) {
    Task task =
        as(
            user,
            () ->
                tasks
                    .createTaskQuery()
                    .taskDefinitionKey(key)
                    .processInstanceBusinessKey(businessKey)
                    .taskCandidateGroupIn(SignedIn.groups(identities, user))
                    .includeAssignedTasks()
                    .singleResult());
    assertThat(task).as(key + " of " + businessKey + " for " + user).isNotNull();
    return task;
  }

  List<String> openTasks(String businessKey) {
    return tasks.createTaskQuery().processInstanceBusinessKey(businessKey).list().stream()
        .map(Task::getTaskDefinitionKey)
        .sorted()
        .toList();
  }

  void days(int days) {
    Date now = ClockUtil.getCurrentTime();
    ClockUtil.setCurrentTime(Date.from(now.toInstant().plus(Duration.ofDays(days))));
    work();
  }

  void work() {
    DueJobs.run(management);
  }

  /** The end event by which the last instance under a business key ended. */
  String end(String businessKey) {
    return history
        .createHistoricActivityInstanceQuery()
        .processInstanceId(
            history
                .createHistoricProcessInstanceQuery()
                .processInstanceBusinessKey(businessKey)
                .orderByProcessInstanceStartTime()
                .desc()
                .listPage(0, 1)
                .get(0)
                .getId())
        .orderByHistoricActivityInstanceEndTime()
        .desc()
        .list()
        .stream()
        .filter(activity -> activity.getActivityId().startsWith("EndEvent_"))
        .findFirst()
        .orElseThrow()
        .getActivityId();
  }

  boolean ended(String instance) {
    return runtime.createProcessInstanceQuery().processInstanceId(instance).count() == 0;
  }

  <T> T as(String user, Supplier<T> action) {
    return SignedIn.as(identities, user, action);
  }
}
