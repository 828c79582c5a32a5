package org.censusflow.preparation.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.censusflow.base.process.preparation.RegisterRectificationProcess.*;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.censusflow.base.access.Caller;
import org.censusflow.base.engine.TaskRefused;
import org.censusflow.base.process.preparation.RegisterRectificationProcess;
import org.censusflow.preparation.RectificationReports;
import org.censusflow.preparation.RegisterRectifications;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class RegisterRectificationTests extends PreparationScene {

  private static final String HEAD = "小区代码,户籍人口,流动人口,人户分离,应落未落,应销未销,港澳台居民,外籍人员\n";
  private static final String FIRST = "350205001001001";
  private static final String SECOND = "350205001001002";

  @Autowired RectificationReports reports;
  @Autowired RegisterRectifications rectifications;

  @BeforeEach
  void drawBlocks() {
    jdbc.sql(
            "insert into census (id, district, reference_time) values ('haicang-2020', 'haicang', now())")
        .update();
    for (String code : List.of(FIRST, SECOND)) {
      jdbc.sql(
              """
              insert into block
                (census_id, code, subdistrict, community_code, community_name, address_prefix)
              values ('haicang-2020', ?, 'haicang', '350205001001', '样例', '样例')
              """)
          .param(code)
          .update();
    }
  }

  @Test
  void theCountsOfAllSubdistrictsMakeTheRegisterRectified() {
    String instance = deployed("hc");
    report("haicang", table(FIRST, 1));
    report("songyu", table("350205002001001", 1));
    report("xinyang", table("350205003001001", 1));
    report("dongfu", table("350205004001001", 1));
    assertThatThrownBy(() -> report("dongfu", table("350205003001001", 1)))
        .hasMessageContaining("小区代码应以 350205004 开头");
    // Only the first subdistrict's blocks have been drawn, and one of them is missing.
    for (int i = 0; i < 4; i++) {
      completeFirst("hc-public-security", COUNT_REGISTER, Map.of());
    }
    for (String subdistrict : List.of("haicang", "songyu", "xinyang", "dongfu")) {
      complete("hc-" + subdistrict + "-office", CONFIRM_COUNTS, Map.of("decision", "approve"));
    }
    assertThat(figures.registerRectified("haicang-2020")).isFalse();
    for (int i = 0; i < 4; i++) {
      completeFirst("hc-office-1", ACCEPT_COUNTS, Map.of("decision", "approve"));
    }
    for (int i = 0; i < 4; i++) {
      completeFirst(
          "hc-public-security",
          SETTLE_REGISTER,
          Map.of(
              "settledPersons",
              1,
              "cancelledPersons",
              0,
              "temporaryRegistered",
              2,
              "settlementNote",
              "待核"));
    }
    assertThat(ended(instance)).isTrue();
    assertThat(figures.registerRectified("haicang-2020")).isTrue();
    var totals = rectifications.completed("haicang-2020").orElseThrow().totals();
    assertThat(totals.registered()).isEqualTo(400);
    assertThat(totals.foreigners()).isEqualTo(4);
    assertThat(totals.settled()).isEqualTo(4);
    assertThat(totals.open()).isEqualTo(4);
  }

  @Test
  void theRuleNamesWhatTheOfficeHasToLookAt() {
    deployed("hc");
    report("haicang", table(FIRST, 1));
    completeFirst("hc-public-security", COUNT_REGISTER, Map.of());
    complete("hc-haicang-office", CONFIRM_COUNTS, Map.of("decision", "approve"));
    assertThat(tasks.getVariable(task(ACCEPT_COUNTS).getId(), "content").toString())
        .contains("有小区没有报数", "小区 1 个；户籍 100 人");
    complete("hc-office-1", ACCEPT_COUNTS, Map.of("decision", "return", "decisionReason", "请补报"));
    assertThat(
            jdbc.sql("select return_reason from rectification_part where subdistrict = 'haicang'")
                .query(String.class)
                .single())
        .isEqualTo("请补报");
  }

  @Test
  void nothingIsReportedBeforeCountsHaveArrivedAndAReturnAsksForNewOnes() {
    deployed("hc");
    assertThatThrownBy(() -> completeFirst("hc-public-security", COUNT_REGISTER, Map.of()))
        .isInstanceOf(TaskRefused.class)
        .hasMessageContaining("CF-E561");
  }

  @Test
  void nobodyIsPutRightWhoWasNotFoundAndWhatIsLeftHasAReason() {
    deployed("hc");
    report("haicang", table(FIRST, 3));
    completeFirst("hc-public-security", COUNT_REGISTER, Map.of());
    complete("hc-haicang-office", CONFIRM_COUNTS, Map.of("decision", "approve"));
    complete("hc-office-1", ACCEPT_COUNTS, Map.of("decision", "approve"));
    assertThatThrownBy(() -> settle(4, 0, "待核"))
        .isInstanceOf(TaskRefused.class)
        .hasMessageContaining("CF-E562");
    assertThatThrownBy(() -> settle(3, 0, " "))
        .isInstanceOf(TaskRefused.class)
        .hasMessageContaining("CF-E563");
  }

  private void settle(int settled, int cancelled, String note) {
    complete(
        "hc-public-security",
        SETTLE_REGISTER,
        Map.of(
            "settledPersons", settled,
            "cancelledPersons", cancelled,
            "temporaryRegistered", 0,
            "settlementNote", note));
  }

  @Test
  void aTableWithFaultsIsRefusedAsAWhole() {
    deployed("hc");
    assertThatThrownBy(() -> report("haicang", HEAD + "1,2\n" + FIRST + ",1,1,1,1,1,1,x\n"))
        .hasMessageContaining("第 2 行应有 8 列")
        .hasMessageContaining("第 3 行的人数应为非负整数");
    assertThatThrownBy(() -> report("haicang", "block,1\n")).hasMessageContaining("第一行应为");
    assertThatThrownBy(() -> report("haicang", table("350205002001001", 1)))
        .hasMessageContaining("不是本街道的小区");
    assertThat(jdbc.sql("select count(*) from rectification_count").query(Integer.class).single())
        .isZero();
  }

  @Test
  void aTableFromASpreadsheetIsReadInItsOwnEncoding() {
    deployed("hc");
    reports.report(
        police(), "haicang-2020", "haicang", table(FIRST, 1).getBytes(Charset.forName("GB18030")));
    assertThat(reports.standing(police(), "haicang-2020", "haicang").missing())
        .containsExactly(SECOND);
  }

  private void report(String subdistrict, String table) {
    reports.report(police(), "haicang-2020", subdistrict, table.getBytes(StandardCharsets.UTF_8));
  }

  private static Caller police() {
    return new Caller("hc-public-security", Set.of("haicang-public-security"), Set.of("haicang"));
  }

  private static String table(String block, int wrong) {
    return HEAD + block + ",100,20,10," + wrong + "," + wrong + ",2,1\n";
  }

  private String deployed(String district) {
    String instance =
        start(
            district + "-office-1",
            RegisterRectificationProcess.KEY,
            Map.of("rectificationRequest", "样例要求"));
    complete(
        district + "-public-security",
        DEPLOY_RECTIFICATION,
        Map.of(
            "rectificationDeployedOn",
            "2020-02-03",
            "stationsInvolved",
            4,
            "officersInvolved",
            40,
            "rectificationMeasures",
            "样例办法"));
    return instance;
  }
}
