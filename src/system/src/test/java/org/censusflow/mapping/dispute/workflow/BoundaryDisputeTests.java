package org.censusflow.mapping.dispute.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.censusflow.base.process.mapping.BoundaryDisputeProcess.*;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.censusflow.StaffScene;
import org.censusflow.base.engine.TaskRefused;
import org.censusflow.base.process.mapping.BoundaryDisputeProcess;
import org.censusflow.mapping.dispute.BoundaryDisputes;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class BoundaryDisputeTests extends StaffScene {

  private static final String SONGYU = "350205002001001";
  private static final String XINYANG = "350205003001001";

  @Autowired private BoundaryDisputes disputes;

  @BeforeEach
  void setTheClock() {
    now("2020-07-06T01:00:00Z");
  }

  @Test
  void theAgreementOfBothSidesIsPublishedInTheDistrictOnly() {
    String instance = heard();
    assertThat(disputes.open("haicang-2020")).isEqualTo(1);
    complete("hc-office-1", MEDIATE_DISPUTE, boundary(agreed(), "songyu"));
    complete("hc-songyu-office", SIGN_AGREEMENT, Map.of("decision", "approve"));
    complete("hc-xinyang-office", SIGN_AGREEMENT, Map.of("decision", "approve"));
    assertThat(disputes.open("haicang-2020")).isZero();
    complete("hc-songyu-office", ACKNOWLEDGE_BOUNDARY, Map.of("boundaryKnown", true));
    complete("hc-xinyang-office", ACKNOWLEDGE_BOUNDARY, Map.of("boundaryKnown", true));
    assertThat(ended(instance)).isTrue();
    assertThat(disputes.published("haicang"))
        .extracting(BoundaryDisputes.Published::line, BoundaryDisputes.Published::countingSide)
        .containsExactly(org.assertj.core.groups.Tuple.tuple("沿样例路中线", "songyu"));
    assertThat(disputes.published("xiangshan")).isEmpty();
    assertThat(decision("decided_how")).isEqualTo("AGREEMENT");
    assertThat(decision("status")).isEqualTo("DECIDED");
  }

  @Test
  void theLeadingGroupsDecisionNamesOneOfTheSides() {
    heard();
    complete(
        "hc-office-1",
        MEDIATE_DISPUTE,
        Map.of("mediationDecision", "failed", "mediationReason", "双方各执一词"));
    Map<String, Object> decided = new HashMap<>(Map.of("boundaryBasis", "样例勘界协议"));
    assertThatThrownBy(
            () ->
                complete(
                    "hc-leading-1", DECIDE_DISPUTE, boundary(new HashMap<>(decided), "dongfu")))
        .isInstanceOf(TaskRefused.class)
        .hasMessageContaining("CF-E886");
    Map<String, Object> halfNamed = boundary(new HashMap<>(decided), "xinyang");
    halfNamed.put("targetBlock", "350205003001001");
    assertThatThrownBy(() -> complete("hc-leading-1", DECIDE_DISPUTE, halfNamed))
        .isInstanceOf(TaskRefused.class)
        .hasMessageContaining("CF-E887");
    complete("hc-leading-1", DECIDE_DISPUTE, boundary(decided, "xinyang"));
    assertThat(decision("decided_how")).isEqualTo("LEADING_GROUP");
    assertThat(decision("decided_by")).isEqualTo("hc-leading-1");
  }

  @Test
  void theCensusAreasFollowADecisionThatNamesItsBuildings() {
    drawBlocks();
    heard();
    Map<String, Object> form = boundary(agreed(), "xinyang");
    form.put("targetBlock", XINYANG);
    form.put("disputedBuildings", "3502050020010002");
    complete("hc-office-1", MEDIATE_DISPUTE, form);
    complete("hc-songyu-office", SIGN_AGREEMENT, Map.of("decision", "approve"));
    complete("hc-xinyang-office", SIGN_AGREEMENT, Map.of("decision", "approve"));
    assertThat(decision("status")).isEqualTo("TAKEN");
    assertThat(decision("taken_note").toString()).contains("划转建筑物 1 处");
    assertThat(
            jdbc.sql("select block_code from dwelling where building_code = '3502050020010002'")
                .query(String.class)
                .single())
        .isEqualTo(XINYANG);
  }

  @Test
  void aDecisionThatTheCensusAreasRefuseStandsAllTheSame() {
    drawBlocks();
    heard();
    Map<String, Object> form = boundary(agreed(), "xinyang");
    form.put("targetBlock", XINYANG);
    form.put("disputedBuildings", "3502050020019999");
    complete("hc-office-1", MEDIATE_DISPUTE, form);
    complete("hc-songyu-office", SIGN_AGREEMENT, Map.of("decision", "approve"));
    complete("hc-xinyang-office", SIGN_AGREEMENT, Map.of("decision", "approve"));
    assertThat(decision("status")).isEqualTo("REFUSED");
    assertThat(decision("taken_note").toString()).contains("普查区划没有接收");
    assertThat(waitsFor("hc-songyu-office", ACKNOWLEDGE_BOUNDARY)).isTrue();
  }

  /** Two blocks of different subdistricts with two buildings each. */
  private void drawBlocks() {
    jdbc.sql(
            "insert into census (id, district, reference_time) values ('haicang-2020', 'haicang', now())")
        .update();
    for (String block : List.of(SONGYU, XINYANG)) {
      String area = block.substring(0, 12);
      String subdistrict = block.equals(SONGYU) ? "songyu" : "xinyang";
      jdbc.sql(
              """
              insert into block
                (census_id, code, subdistrict, community_code, community_name, address_prefix)
              values ('haicang-2020', ?, ?, ?, '样例', '样例')
              """)
          .params(block, subdistrict, area)
          .update();
      jdbc.sql(
              """
              insert into area_block
                (census_id, code, area_code, subdistrict, address, households, persons, listed, status)
              values ('haicang-2020', ?, ?, ?, '样例', 2, 6, true, 'ACTIVE')
              """)
          .params(block, area, subdistrict)
          .update();
      for (String number : List.of("0001", "0002")) {
        jdbc.sql("insert into building values ('haicang-2020', ?, ?, ?, '样例', '样例')")
            .params(area + number, subdistrict, block)
            .update();
        jdbc.sql("insert into dwelling values ('haicang-2020', ?, '101', ?, 'home', 1, 3)")
            .params(area + number, block)
            .update();
      }
    }
  }

  @Test
  void untilItIsSettledSomebodyCountsThePlotAndBothSidesAreTold() {
    begin();
    complete("hc-office-1", ACCEPT_DISPUTE, accepted("none", true));
    assertThat(
            tasks
                .createTaskQuery()
                .taskDefinitionKey(STATE_POSITION)
                .taskCandidateGroup("haicang-xinyang-office")
                .list())
        .singleElement()
        .satisfies(
            task ->
                assertThat(tasks.getVariable(task.getId(), "interimRule").toString())
                    .contains("双方都登记"));
    assertThat(jdbc.sql("select interim_side from boundary_dispute").query(String.class).single())
        .isEqualTo("both");
  }

  @Test
  void aDisputeHasTwoSides() {
    begin();
    Map<String, Object> same = accepted("first", false);
    same.put("secondSide", "songyu");
    assertThatThrownBy(() -> complete("hc-office-1", ACCEPT_DISPUTE, same))
        .isInstanceOf(TaskRefused.class)
        .hasMessageContaining("CF-E885");
  }

  @Test
  void silenceAndOpinionsAreReadByWhoMediates() {
    begin();
    complete("hc-office-1", ACCEPT_DISPUTE, accepted("second", true));
    state("songyu");
    days(10);
    complete("hc-civil-affairs", GIVE_BOUNDARY_OPINION, opinion());
    days(10);
    String mediation = task(MEDIATE_DISPUTE).getId();
    assertThat(tasks.getVariable(mediation, "positionSummary").toString())
        .contains("嵩屿街道：样例主张", "新阳街道：逾期未陈述");
    assertThat(tasks.getVariable(mediation, "boundaryOpinionSummary").toString())
        .contains("民政局：样例意见", "资源规划局：逾期未复");
  }

  private String heard() {
    String instance = begin();
    complete("hc-office-1", ACCEPT_DISPUTE, accepted("first", true));
    state("songyu");
    state("xinyang");
    complete("hc-civil-affairs", GIVE_BOUNDARY_OPINION, opinion());
    complete("hc-natural-resources", GIVE_BOUNDARY_OPINION, opinion());
    return instance;
  }

  private String begin() {
    return start(
        "hc-songyu-office",
        BoundaryDisputeProcess.KEY,
        Map.of(
            "disputeSubject", "样例地块",
            "disputePlace", "样例路以东",
            "disputeKind", "census-area",
            "disputeText", "样例情况"));
  }

  private static Map<String, Object> accepted(String administration, boolean residents) {
    return new HashMap<>(
        Map.of(
            "acceptDecision", "accept",
            "firstSide", "songyu",
            "secondSide", "xinyang",
            "actualAdministration", administration,
            "residentsThere", residents,
            "acceptReason", "样例"));
  }

  private void state(String side) {
    complete(
        "hc-" + side + "-office",
        STATE_POSITION,
        Map.of(
            "positionClaim",
            "样例主张",
            "positionEvidence",
            "样例依据",
            "positionHouseholds",
            12,
            "interimKnown",
            true));
  }

  private static Map<String, Object> opinion() {
    return Map.of("boundaryOpinion", "样例意见", "opinionBasis", "样例依据");
  }

  private static Map<String, Object> agreed() {
    return new HashMap<>(Map.of("mediationDecision", "agreed", "mediationReason", "现场核对一致"));
  }

  private static Map<String, Object> boundary(Map<String, Object> form, String side) {
    form.put("boundaryLine", "沿样例路中线");
    form.put("countingSide", side);
    return form;
  }

  private Object decision(String column) {
    return jdbc.sql("select " + column + " from boundary_decision").query().singleValue();
  }
}
