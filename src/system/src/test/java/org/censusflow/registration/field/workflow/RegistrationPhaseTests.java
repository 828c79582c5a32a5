package org.censusflow.registration.field.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.censusflow.base.process.registration.BlockListingProcess.*;
import static org.censusflow.base.process.registration.BlockShortFormsProcess.*;
import static org.censusflow.base.process.registration.RegistrationAcceptanceProcess.*;
import static org.censusflow.base.process.registration.RegistrationProcess.*;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.task.Task;
import org.camunda.spin.Spin;
import org.censusflow.base.engine.TaskRefused;
import org.censusflow.base.process.registration.AreaRegistrationProcess;
import org.censusflow.base.process.registration.RegistrationAcceptanceProcess;
import org.censusflow.registration.field.Level;
import org.censusflow.registration.submission.RegistrationTime;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class RegistrationPhaseTests extends FieldScene {

  @Autowired private RegistrationTime time;

  @Test
  void theRegistrationIsAcceptedFromTheBlocksUpAndEndsWithTheLastLongForm() {
    assertThat(time.opened(CENSUS)).isFalse();
    String phase = open();
    assertThat(time.opened(CENSUS)).isTrue();
    assertThat(
            runtime
                .createProcessInstanceQuery()
                .processDefinitionKey(AreaRegistrationProcess.KEY)
                .count())
        .isEqualTo(4);
    shortForms("songyu", FIRST);
    assertThat(acceptances()).isEmpty();
    shortForms("songyu", SECOND);
    assertThat(acceptances()).containsExactly("AREA/350205002001");
    accept("AREA/350205002001", "hc-songyu-supervisor-1", "hc-songyu-office");
    shortForms("songyu", THIRD);
    accept("AREA/350205002002", "hc-songyu-supervisor-1", "hc-songyu-office");
    assertThat(acceptances()).containsExactly("SUBDISTRICT/songyu");
    accept("SUBDISTRICT/songyu", "hc-songyu-office", "hc-office-1");
    shortForms("dongfu", FOURTH);
    accept("AREA/350205004001", "hc-dongfu-supervisor-1", "hc-dongfu-office");
    accept("SUBDISTRICT/dongfu", "hc-dongfu-office", "hc-office-1");
    accept("DISTRICT/haicang", "hc-office-2", "hc-lead");
    assertThat(openTasks(CENSUS)).containsExactly(COMPLETE_SHORT_FORMS);
    complete("hc-office-1", COMPLETE_SHORT_FORMS, CENSUS, shortFormsConfirmed());

    now("2020-11-16T01:00:00Z");
    runJobs();
    longForms("songyu", FIRST);
    longForms("songyu", SECOND);
    longForms("songyu", THIRD);
    assertThat(openTasks(CENSUS)).isEmpty();
    assertThat(time.ended(CENSUS)).isFalse();
    longForms("dongfu", FOURTH);
    assertThat(time.ended(CENSUS)).isTrue();
    complete(
        "hc-office-1",
        COMPLETE_LONG_FORMS,
        CENSUS,
        Map.of("longFormSampled", 8, "longFormRegistered", 8));
    assertThat(ended(phase)).isFalse();
    reconcileSpecialPopulations(phase);
    assertThat(ended(phase)).isTrue();

    var figures = progress.figures(CENSUS, Level.DISTRICT, "haicang");
    assertThat(figures.blocks()).isEqualTo(4);
    assertThat(figures.registered()).isEqualTo(4);
    assertThat(figures.settled()).isEqualTo(80).isEqualTo(figures.listed());
    assertThat(figures.here()).isEqualTo(80);
    assertThat(figures.absent()).isEqualTo(80);
    assertThat(figures.longRegistered()).isEqualTo(8).isEqualTo(figures.longForms());
    assertThat(figures.late()).isZero();
  }

  @Test
  void bothNamesStandAtEveryLevelAndDiffer() {
    open();
    shortForms("dongfu", FOURTH);
    accept("AREA/350205004001", "hc-dongfu-supervisor-1", "hc-dongfu-office");
    List<String> names =
        jdbc.sql(
                "select owner || ' ' || reviewer from acceptance where status = 'ACCEPTED' order by level")
            .query(String.class)
            .list();
    assertThat(names)
        .containsExactly(
            "hc-dongfu-supervisor-1 hc-dongfu-office",
            "hc-dongfu-enumerator-1 hc-dongfu-supervisor-2");
  }

  @Test
  void whoSubmittedDoesNotAccept() {
    open();
    shortForms("dongfu", FOURTH);
    String area = CENSUS + "/AREA/350205004001";
    complete("hc-dongfu-supervisor-1", SUBMIT_ACCEPTANCE, area, submitted());
    identities.createMembership("hc-dongfu-supervisor-1", "haicang-dongfu-office");
    try {
      assertThatThrownBy(
              () ->
                  complete(
                      "hc-dongfu-supervisor-1",
                      REVIEW_ACCEPTANCE,
                      area,
                      Map.of("decision", "approve")))
          .isInstanceOf(TaskRefused.class)
          .hasMessageContaining("CF-E131");
    } finally {
      identities.deleteMembership("hc-dongfu-supervisor-1", "haicang-dongfu-office");
    }
  }

  @Test
  void anAreaThatIsReturnedIsSubmittedAgainAndTheCountOfReturnsStays() {
    open();
    shortForms("dongfu", FOURTH);
    String area = CENSUS + "/AREA/350205004001";
    complete("hc-dongfu-supervisor-1", SUBMIT_ACCEPTANCE, area, submitted());
    assertThatThrownBy(
            () ->
                complete("hc-dongfu-office", REVIEW_ACCEPTANCE, area, Map.of("decision", "return")))
        .hasMessageContaining("“理由或退回原因”必须填写");
    complete(
        "hc-dongfu-office",
        REVIEW_ACCEPTANCE,
        area,
        Map.of("decision", "return", "decisionReason", "补查两栋楼"));
    assertThat(openTasks(area)).containsExactly(SUBMIT_ACCEPTANCE);
    accept("AREA/350205004001", "hc-dongfu-supervisor-1", "hc-dongfu-office");
    assertThat(
            jdbc.sql(
                    "select returns from acceptance where level = 'AREA' and code = '350205004001'")
                .query(Integer.class)
                .single())
        .isEqualTo(1);
  }

  @Test
  void theBlocksThatAReturnNamesAreConfirmedAnewAndEveryLevelComesToItsAcceptanceAgain() {
    open();
    shortForms("songyu", FIRST);
    shortForms("songyu", SECOND);
    shortForms("songyu", THIRD);
    accept("AREA/350205002001", "hc-songyu-supervisor-1", "hc-songyu-office");
    accept("AREA/350205002002", "hc-songyu-supervisor-1", "hc-songyu-office");
    String songyu = CENSUS + "/SUBDISTRICT/songyu";
    complete("hc-songyu-office", SUBMIT_ACCEPTANCE, songyu, submitted());
    assertThatThrownBy(() -> returned(songyu, FOURTH)).hasMessageContaining("CF-E872");
    returned(songyu, SECOND);

    assertThat(acceptances()).isEmpty();
    assertThat(openTasks(FIRST)).isEmpty();
    Task again = seen("hc-songyu-enumerator-1", LIST_HOUSEHOLDS, SECOND);
    assertThat(tasks.getVariable(again.getId(), "returnReason")).isEqualTo("漏了两栋楼");
    assertThat(cases.open(CENSUS, SECOND)).isEqualTo(HOUSEHOLDS);
    assertThat(progress.figures(CENSUS, Level.SUBDISTRICT, "songyu").shortAccepted()).isEqualTo(2);

    list("hc-songyu-enumerator-1", SECOND);
    confirmAll("hc-songyu-enumerator-1", SECOND);
    complete("hc-songyu-enumerator-1", ENUMERATE_SHORT_FORMS, SECOND, Map.of());
    recheck("hc-songyu-supervisor-1", SECOND, 0);
    complete("hc-songyu-supervisor-2", ACCEPT_BLOCK, SECOND, Map.of("decision", "approve"));
    assertThat(acceptances()).containsExactly("AREA/350205002001");
    accept("AREA/350205002001", "hc-songyu-supervisor-1", "hc-songyu-office");
    assertThat(acceptances()).containsExactly("SUBDISTRICT/songyu");
    accept("SUBDISTRICT/songyu", "hc-songyu-office", "hc-office-1");
    now("2020-11-16T01:00:00Z");
    runJobs();
    for (String block : List.of(FIRST, SECOND, THIRD)) {
      longForms("songyu", block);
    }
    assertThat(progress.figures(CENSUS, Level.SUBDISTRICT, "songyu").registered()).isEqualTo(3);
  }

  private void returned(String unit, String block) {
    complete(
        "hc-office-1",
        REVIEW_ACCEPTANCE,
        unit,
        Map.of(
            "decision",
            "return",
            "decisionReason",
            "漏了两栋楼",
            "returnedBlocks",
            Spin.JSON("[\"" + block + "\"]")));
  }

  @Test
  void openingTheRegistrationAgainAddsOnlyWhatHasComeSince() {
    open();
    String seed = seed();
    jdbc.sql(
            """
            insert into block (census_id, code, subdistrict, community_code, community_name, address_prefix)
            values (?, '350205004001002', 'dongfu', '350205004001', '样例南村', '样例路2号')
            """)
        .param(CENSUS)
        .update();
    open();
    assertThat(seed()).isEqualTo(seed);
    assertThat(
            runtime
                .createProcessInstanceQuery()
                .processDefinitionKey(AreaRegistrationProcess.KEY)
                .count())
        .isEqualTo(5);
  }

  @Test
  void blocksThatAreLateAreCountedAndNamedToTheLeadsBySubdistrict() {
    open();
    shortForms("songyu", FIRST);
    now("2020-11-18T01:00:00Z");
    runJobs();
    assertThat(progress.figures(CENSUS, Level.DISTRICT, "haicang").late()).isEqualTo(3);
    assertThat(progress.figures(CENSUS, Level.SUBDISTRICT, "dongfu").late()).isEqualTo(1);
    String task = seen("hc-lead", URGE_SHORT_FORMS, CENSUS).getId();
    assertThat((String) tasks.getVariable(task, "lateMatter"))
        .isEqualTo("东孚街道 未验收短表 1 个、未完成登记 1 个（共 1 个小区）；" + "嵩屿街道 未验收短表 2 个、未完成登记 3 个（共 3 个小区）");
  }

  private String seed() {
    return jdbc.sql("select draw_seed from field_phase").query(String.class).single();
  }

  private List<String> acceptances() {
    return runtime
        .createProcessInstanceQuery()
        .processDefinitionKey(RegistrationAcceptanceProcess.KEY)
        .list()
        .stream()
        .map(instance -> instance.getBusinessKey().substring(CENSUS.length() + 1))
        .toList();
  }
}
