package org.censusflow.registration.field.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.censusflow.base.process.registration.BlockListingProcess.*;
import static org.censusflow.base.process.registration.RegistrationAcceptanceProcess.*;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.camunda.spin.Spin;
import org.camunda.spin.json.SpinJsonNode;
import org.censusflow.base.district.Districts;
import org.censusflow.base.process.registration.AreaRegistrationProcess;
import org.censusflow.base.process.registration.RegistrationAcceptanceProcess;
import org.censusflow.registration.field.FieldPhase;
import org.censusflow.registration.field.Level;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * A district of some hundreds of blocks is accepted and returned. The four blocks of the scene
 * hold; of those that come to them, in areas of twenty, every second has a household that is open.
 */
class ReturnAtScaleTests extends FieldScene {

  private static final int BLOCKS = 300;
  private static final String DISTRICT = CENSUS + "/DISTRICT/haicang";
  private static final String SONGYU = CENSUS + "/SUBDISTRICT/songyu";
  private static final String AREA = "350205002701";

  @Autowired private FieldPhase phase;
  @Autowired private Districts districts;

  @BeforeEach
  void everyBlockIsAccepted() {
    for (int block = 0; block < BLOCKS; block++) {
      jdbc.sql(
              """
              insert into block (census_id, code, subdistrict, community_code, community_name, address_prefix)
              values (?, ?, 'songyu', ?, '样例大社区', '样例路3号')
              """)
          .params(CENSUS, code(block), code(block).substring(0, 12))
          .update();
    }
    phase.open(CENSUS, districts.require("haicang"));
    jdbc.sql("update block_work set state = 'SHORT_ACCEPTED', short_accepted_at = ?")
        .param(Timestamp.from(Instant.parse("2020-11-01T01:00:00Z")))
        .update();
    jdbc.sql("update acceptance set status = 'ACCEPTED' where level = 'BLOCK'").update();
    jdbc.sql("update block_count set listed = 80, settled = 80").update();
    IntStream.range(0, BLOCKS)
        .filter(block -> block % 2 == 1)
        .forEach(
            block ->
                jdbc.sql("update block_count set settled = 79 where block_code = ?")
                    .param(code(block))
                    .update());
  }

  private static String code(int block) {
    return "350205002%d%03d".formatted(701 + block / 20, 1 + block % 20);
  }

  @Test
  void theDistrictIsOfferedTheFirstBlocksThatFallShortWithWhatDoesAndIsToldOfTheRest() {
    long decisions = history.createHistoricDecisionInstanceQuery().count();
    review("DISTRICT", "haicang", "hc-office-2");
    List<SpinJsonNode> options = options("hc-lead", DISTRICT);
    assertThat(options).hasSize(ReturnableBlocks.MOST);
    assertThat(options.get(0).prop("label").stringValue())
        .isEqualTo("样例大社区 002 小区（350205002701002）：有住户没有登记或结案");
    assertThat(options).extracting(it -> it.prop("value").stringValue()).isSorted();
    assertThat(options)
        .extracting(it -> it.prop("value").stringValue())
        .startsWith(code(1), code(3))
        .doesNotContain(FIRST, code(0));
    assertThat(note("hc-lead", DISTRICT))
        .contains("本级 304 个小区中，有 150 个自身指标未达标")
        .contains("另有 50 个没有列出");
    assertThat(variable("hc-lead", DISTRICT, "blockOptions").getValue().toString().length())
        .as("characters that the engine keeps")
        .isLessThan(10_000);
    assertThat(variable("hc-lead", DISTRICT, "returnedBlocks").getType().getName())
        .as("Tasklist submits a list as the type that it had")
        .isEqualTo("json");
    assertThat(history.createHistoricDecisionInstanceQuery().count())
        .as("the district was judged once; its blocks were only looked at")
        .isEqualTo(decisions + 1);
  }

  @Test
  void blocksAreNamedInTheListAndByTheirCodes() {
    review("DISTRICT", "haicang", "hc-office-2");
    String others = FIRST + "，　" + FOURTH.replace('3', '３') + "\n" + code(299) + "、\n";
    complete("hc-lead", REVIEW_ACCEPTANCE, DISTRICT, returning(others, code(1)));
    assertThat(openTasks(DISTRICT)).isEmpty();
    for (String block : List.of(FIRST, FOURTH, code(299), code(1))) {
      assertThat(openTasks(block)).as(block).containsExactly(LIST_HOUSEHOLDS);
    }
    assertThat(
            runtime
                .createProcessInstanceQuery()
                .processDefinitionKey(AreaRegistrationProcess.KEY)
                .count())
        .isEqualTo(4);
  }

  @Test
  void everyMistakenCodeIsToldAtOnce() {
    review("SUBDISTRICT", "songyu", "hc-songyu-office");
    String others = FIRST + " 350205002001999 " + FOURTH + " 样例小区 " + FIRST + " " + code(1);
    assertThatThrownBy(
            () -> complete("hc-office-1", REVIEW_ACCEPTANCE, SONGYU, returning(others, code(1))))
        .hasMessageContaining("CF-E872")
        .hasMessageContaining("没有这些小区，或者已经撤销：350205002001999、样例小区；")
        .hasMessageContaining("不属于本次验收范围：" + FOURTH + "；")
        .hasMessageContaining("重复指定：" + FIRST + "、" + code(1) + "。");
    assertThat(openTasks(SONGYU)).containsExactly(REVIEW_ACCEPTANCE);
  }

  @Test
  void asManyAsTheEngineHoldsAreNamedAtOnceAndNoMore() {
    review("SUBDISTRICT", "songyu", "hc-songyu-office");
    assertThatThrownBy(
            () ->
                complete("hc-office-1", REVIEW_ACCEPTANCE, SONGYU, returning(first(201), code(0))))
        .hasMessageContaining("重复指定：" + code(0))
        .hasMessageContaining("一次最多指定 200 个小区，现有 201 个");
    complete("hc-office-1", REVIEW_ACCEPTANCE, SONGYU, returning(first(200)));
    assertThat(progress.figures(CENSUS, Level.DISTRICT, "").shortAccepted()).isEqualTo(104);
  }

  @Test
  void anAreaIsOfferedAllItsBlocksWithWhatFallsShort() {
    review("AREA", AREA, "hc-songyu-supervisor-1");
    String area = CENSUS + "/AREA/" + AREA;
    assertThat(options("hc-songyu-office", area))
        .hasSize(20)
        .extracting(it -> it.prop("label").stringValue())
        .startsWith("样例大社区 001 小区（350205002701001）", "样例大社区 002 小区（350205002701002）：有住户没有登记或结案");
    assertThat(note("hc-songyu-office", area)).isNull();
  }

  @Test
  void whereNothingFallsShortTheListIsLeftOutAndSaysSo() {
    jdbc.sql("update block_count set settled = 80").update();
    review("DISTRICT", "haicang", "hc-office-2");
    assertThat(variable("hc-lead", DISTRICT, "blockOptions").getValue()).isNull();
    assertThat(note("hc-lead", DISTRICT)).isEqualTo("本级 304 个小区各自的指标都达标，没有列出小区。");
  }

  private static String first(int blocks) {
    return IntStream.range(0, blocks)
        .mapToObj(ReturnAtScaleTests::code)
        .collect(Collectors.joining("\n"));
  }

  private static Map<String, Object> returning(String others, String... chosen) {
    SpinJsonNode list = Spin.JSON("[]");
    List.of(chosen).forEach(list::append);
    return Map.of(
        "decision",
        "return",
        "decisionReason",
        "漏了两栋楼",
        "returnedBlocks",
        list,
        "otherBlocks",
        others);
  }

  /** Brings a whole, whose parts are accepted, to the review of its figures. */
  private void review(String level, String code, String owner) {
    String key = CENSUS + "/" + level + "/" + code;
    runtime
        .createProcessInstanceByKey(RegistrationAcceptanceProcess.KEY)
        .businessKey(key)
        .setVariable("district", "haicang")
        .setVariable("censusId", CENSUS)
        .setVariable("level", level)
        .setVariable("unitCode", code)
        .setVariable("subdistrict", "songyu")
        .setVariable("taskSubject", "样例")
        .execute();
    runJobs();
    complete(owner, SUBMIT_ACCEPTANCE, key, submitted());
  }

  private List<SpinJsonNode> options(String user, String key) {
    return ((SpinJsonNode) variable(user, key, "blockOptions").getValue()).elements();
  }

  private String note(String user, String key) {
    return (String) variable(user, key, "blockNote").getValue();
  }

  private TypedValue variable(String user, String key, String name) {
    return tasks.getVariableTyped(seen(user, REVIEW_ACCEPTANCE, key).getId(), name);
  }
}
