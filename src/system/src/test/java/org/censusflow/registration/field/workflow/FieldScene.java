package org.censusflow.registration.field.workflow;

import static org.censusflow.base.process.registration.BlockListingProcess.*;
import static org.censusflow.base.process.registration.BlockLongFormsProcess.*;
import static org.censusflow.base.process.registration.BlockShortFormsProcess.*;
import static org.censusflow.base.process.registration.RegistrationAcceptanceProcess.*;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.task.Task;
import org.censusflow.EmptyDataPlane;
import org.censusflow.SignedIn;
import org.censusflow.StaffScene;
import org.censusflow.base.access.Caller;
import org.censusflow.base.process.registration.RegistrationProcess;
import org.censusflow.preparation.Staff;
import org.censusflow.registration.field.FieldCounts;
import org.censusflow.registration.field.FieldTask;
import org.censusflow.registration.field.FieldTasks;
import org.censusflow.registration.field.HouseholdCases;
import org.censusflow.registration.field.HouseholdVisits;
import org.censusflow.registration.field.Progress;
import org.censusflow.registration.field.RecheckSamples;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;

/**
 * The whole program on H2 with four blocks in three areas of two subdistricts, twenty households
 * each; sample staff do the tasks, time is moved by hand.
 */
@TestPropertySource(properties = "spring.datasource.url=jdbc:h2:mem:field;DB_CLOSE_DELAY=-1")
@DirtiesContext
abstract class FieldScene extends StaffScene {

  static final String CENSUS = "haicang-2020";
  static final String FIRST = "350205002001001";
  static final String SECOND = "350205002001002";
  static final String THIRD = "350205002002001";
  static final String FOURTH = "350205004001001";
  static final int HOUSEHOLDS = 20;

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

  String open() {
    String instance =
        runtime
            .createProcessInstanceByKey(RegistrationProcess.KEY)
            .businessKey(CENSUS)
            .setVariable("district", "haicang")
            .setVariable("censusId", CENSUS)
            .execute()
            .getId();
    runJobs();
    return instance;
  }

  /** Takes the special populations, which have tests of their own, out of the phase's way. */
  void reconcileSpecialPopulations(String phase) {
    runtime
        .createProcessInstanceModification(phase)
        .cancelAllForActivity("CallActivity_SpecialPopulation#multiInstanceBody")
        .startBeforeActivity("Gateway_RegistrationDone")
        .execute();
    runJobs();
  }

  void list(String user, String block) {
    list(user, block, HOUSEHOLDS, 5);
  }

  void list(String user, String block, int households, int selfInvited) {
    complete(
        user,
        LIST_HOUSEHOLDS,
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
    FieldTask task = inField(user, RECHECK_SAMPLE, block);
    drawn(block)
        .forEach(
            number -> samples.record(task, number, 50, wrong, 0, wrong == 0 ? null : "样例差错", user));
    complete(user, RECHECK_SAMPLE, block, Map.of());
  }

  /** Confirms every household of a block that is registered anew. */
  void confirmAll(String user, String block) {
    FieldTask task = inField(user, ENUMERATE_SHORT_FORMS, block);
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
    complete("hc-" + part + "-enumerator-1", ENUMERATE_SHORT_FORMS, block, Map.of());
    recheck("hc-" + part + "-supervisor-1", block, 0);
    complete("hc-" + part + "-supervisor-2", ACCEPT_BLOCK, block, Map.of("decision", "approve"));
  }

  void longForms(String part, String block) {
    longForms(part, block, 2);
  }

  void longForms(String part, String block, int registered) {
    complete(
        "hc-" + part + "-supervisor-1",
        ENUMERATE_LONG_FORMS,
        block,
        Map.of("longFormRegistered", registered));
    complete("hc-" + part + "-office", ACCEPT_LONG_FORMS, block, Map.of("decision", "approve"));
  }

  /** Lets the owner submit a whole and the level above accept it. */
  void accept(String unit, String owner, String reviewer) {
    String key = CENSUS + "/" + unit;
    complete(owner, SUBMIT_ACCEPTANCE, key, submitted());
    complete(reviewer, REVIEW_ACCEPTANCE, key, Map.of("decision", "approve"));
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

  /** Lets this person claim the task of a block, to do something in it. */
  FieldTask inField(String user, String key, String block) {
    String task = claim(user, key, block);
    return as(
        user,
        () ->
            fieldTasks.claimedBy(
                new Caller(
                    user,
                    Set.copyOf(SignedIn.groups(identities, user)),
                    Set.copyOf(SignedIn.tenants(identities, user))),
                task));
  }

  List<String> openTasks(String businessKey) {
    return tasks.createTaskQuery().processInstanceBusinessKey(businessKey).list().stream()
        .map(Task::getTaskDefinitionKey)
        .sorted()
        .toList();
  }

  /** The end event by which the last instance under a business key ended. */
  String end(String businessKey) {
    return history
        .createHistoricActivityInstanceQuery()
        .processInstanceId(
            history
                .createHistoricProcessInstanceQuery()
                .processInstanceBusinessKey(businessKey)
                .rootProcessInstances()
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
}
