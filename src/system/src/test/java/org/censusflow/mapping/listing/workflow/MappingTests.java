package org.censusflow.mapping.listing.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.censusflow.base.process.mapping.AreaDelimitationProcess.*;
import static org.censusflow.base.process.mapping.MappingProcess.*;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.task.Task;
import org.camunda.spin.Spin;
import org.censusflow.StaffScene;
import org.censusflow.base.process.mapping.MappingProcess;
import org.censusflow.mapping.area.AreaBlock;
import org.censusflow.mapping.area.AreaFileKind;
import org.censusflow.mapping.area.Areas;
import org.censusflow.mapping.assignment.StaffRole;
import org.censusflow.mapping.assignment.WorkHandedOver;
import org.censusflow.mapping.listing.AreaFiles;
import org.censusflow.sample.SampleAreas;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;

/** Staff map a district, and the rules of their tasks hold. */
@TestPropertySource(properties = "spring.datasource.url=jdbc:h2:mem:mapping;DB_CLOSE_DELAY=-1")
@DirtiesContext
class MappingTests extends StaffScene {

  private static final String CENSUS = "haicang-2020";
  private static final Map<String, String> SUBDISTRICTS =
      Map.of(
          "haicang", "350205001",
          "songyu", "350205002",
          "xinyang", "350205003",
          "dongfu", "350205004");

  @Autowired private AreaFiles files;
  @Autowired private Areas areas;
  @Autowired private ApplicationEventPublisher events;

  @BeforeEach
  void setTheClock() {
    now("2020-06-01T01:00:00Z");
  }

  @Test
  void aDistrictIsMappedAndItsBlocksAreSplitToTheNormOnTheWay() {
    begin();
    SUBDISTRICTS.keySet().forEach(key -> map(key, key.equals("songyu") ? 200 : 80));
    assertThat(task(ADJUST_BLOCKS)).isNotNull();
    assertThat(text(ADJUST_BLOCKS, "proposalText")).contains("拆分为 3 个小区");
    complete(
        "hc-songyu-office",
        ADJUST_BLOCKS,
        Map.of("adjustDecision", "apply", "adjustReason", "按标准"));
    assertThat(text(ACCEPT_MAPPING, "mappingFigures")).contains("普查区 4 个（民政核定村（居）4 个），小区 6 个");
    refused("hc-office-1", ACCEPT_MAPPING, accept(), "CF-E131");
    assertThat(areas.blocks(CENSUS)).isEmpty();
    complete("hc-office-2", ACCEPT_MAPPING, accept());
    assertThat(areas.blocks(CENSUS))
        .hasSize(6)
        .extracting(AreaBlock::households)
        .containsExactlyInAnyOrder(80, 80, 80, 72, 72, 56);
    assertThat(runtime.createProcessInstanceQuery().count()).isZero();
    assertThat(jdbc.sql("select made_by from boundary_change").query(String.class).single())
        .isEqualTo("hc-songyu-office");
  }

  @Test
  void aDistrictWithAGapIsNotAcceptedWhateverTheInstanceSays() {
    begin();
    SUBDISTRICTS.keySet().forEach(key -> map(key, 80));
    jdbc.sql("delete from area_outline").update();
    assertThat(
            runtime.getVariable(task(ACCEPT_MAPPING).getProcessInstanceId(), "blocksCoverDistrict"))
        .isEqualTo(true);
    refused("hc-office-2", ACCEPT_MAPPING, accept(), "CF-E809");
    assertThat(areas.blocks(CENSUS)).isEmpty();
  }

  @Test
  void withoutFilesATaskIsNotDoneAndOneSentBackNeedsNewOnes() {
    begin();
    refused("hc-songyu-office", DELIVER_AREA_FILES, Map.of(), "CF-E817 还没有上传");
    SampleAreas sample = sample("songyu", 80);
    take("songyu", AreaFileKind.BLOCKS, sample.blocks());
    take("songyu", AreaFileKind.AREAS, sample.areas() + "350205002702,songyu,样例第2社区\n");
    take("songyu", AreaFileKind.OUTLINES, sample.outlines());
    complete("hc-songyu-office", DELIVER_AREA_FILES, Map.of());
    assertThat(text("hc-songyu-office", DELIVER_AREA_FILES, "returnReason"))
        .contains("350205002702 样例第2社区没有划分普查小区");
    now("2020-06-02T01:00:00Z");
    refused("hc-songyu-office", DELIVER_AREA_FILES, Map.of(), "CF-E817 请先按检查结果");
    take("songyu", AreaFileKind.AREAS, sample.areas());
    complete("hc-songyu-office", DELIVER_AREA_FILES, Map.of());
    assertThat(seen("hc-songyu-office", LIST_BUILDINGS)).hasSize(1);
  }

  @Test
  void naturalResourcesHelpsWhenADrawingFailsAgain() {
    begin();
    SampleAreas sample = sample("songyu", 80, 80);
    take("songyu", AreaFileKind.BLOCKS, sample.blocks());
    String faulty = sample.outlines().replaceFirst("120.001000,24.450000", "120.001500,24.450000");
    take("songyu", AreaFileKind.OUTLINES, faulty);
    complete("hc-songyu-office", DELIVER_AREA_FILES, Map.of());
    now("2020-06-01T02:00:00Z");
    take("songyu", AreaFileKind.OUTLINES, faulty);
    complete("hc-songyu-office", DELIVER_AREA_FILES, Map.of());
    assertThat(seen("hc-natural-resources", HELP_DRAWING)).hasSize(1);
    now("2020-06-02T01:00:00Z");
    refused("hc-natural-resources", HELP_DRAWING, Map.of(), "CF-E817");
    take("songyu", AreaFileKind.OUTLINES, sample.outlines());
    complete("hc-natural-resources", HELP_DRAWING, Map.of());
    assertThat(seen("hc-songyu-office", LIST_BUILDINGS)).hasSize(1);
  }

  @Test
  void theOfficeSendsASubdistrictBackAndAcceptsNoOtherNumberOfCommunities() {
    begin(5);
    SUBDISTRICTS.keySet().forEach(key -> map(key, 80));
    refused("hc-office-2", ACCEPT_MAPPING, accept(), "CF-E819 普查区 4 个");
    Map<String, Object> back = Map.of("acceptanceDecision", "return", "acceptanceReason", "缺一个社区");
    refused("hc-office-2", ACCEPT_MAPPING, back, "“退回的街道（乡镇）”必须填写");
    complete(
        "hc-office-2",
        ACCEPT_MAPPING,
        Map.of(
            "acceptanceDecision",
            "return",
            "acceptanceReason",
            "缺一个社区",
            "returnedSubdistricts",
            Spin.JSON("[\"xinyang\"]")));
    assertThat(tasks.createTaskQuery().list())
        .extracting(Task::getTaskDefinitionKey)
        .containsExactly(DELIVER_AREA_FILES);
    assertThat(text("hc-xinyang-office", DELIVER_AREA_FILES, "returnReason")).isEqualTo("缺一个社区");
  }

  @Test
  void theOpenTasksOfABlockPassToWhoeverWorksThereNow() {
    String instance =
        runtime
            .startProcessInstanceByKey(
                MappingProcess.KEY, "m", Map.of("district", "haicang", "block", "350205002701001"))
            .getId();
    runJobs();
    Task task = tasks.createTaskQuery().processInstanceId(instance).singleResult();
    claim("hc-office-1", PLAN_MAPPING, "m");
    handOver("350205002701002", "hc-office-2");
    assertThat(assignee(task)).as("another block's task stays").isEqualTo("hc-office-1");
    handOver("350205002701001", "hc-office-2");
    assertThat(assignee(task)).isEqualTo("hc-office-2");
  }

  private void handOver(String block, String to) {
    events.publishEvent(
        new WorkHandedOver(CENSUS, "haicang", block, StaffRole.ENUMERATOR, "hc-office-1", to));
  }

  private String assignee(Task task) {
    return tasks.createTaskQuery().taskId(task.getId()).singleResult().getAssignee();
  }

  private void begin() {
    begin(4);
  }

  private void begin(int communities) {
    as(
        "hc-office-1",
        () -> runtime.startProcessInstanceByKey(MappingProcess.KEY, Map.of()).getId());
    runJobs();
    complete("hc-office-1", PLAN_MAPPING, Map.of("drawingMethod", "system", "mappingPlan", "样例"));
    refused("hc-natural-resources", SUPPLY_BASE_MAPS, baseMaps("2020-07-01"), "CF-E819 请填写");
    complete("hc-natural-resources", SUPPLY_BASE_MAPS, baseMaps("2020-05-01"));
    complete("hc-office-1", CHECK_BASE_MAPS, Map.of("mapsDecision", "accept"));
    complete(
        "hc-civil-affairs",
        CONFIRM_DIVISIONS,
        Map.of(
            "divisionsOn",
            "2020-05-31",
            "divisionCommunities",
            communities,
            "disputedBoundaries",
            0));
  }

  private static Map<String, Object> baseMaps(String day) {
    return Map.of(
        "imageryOn", day, "subdistrictsCovered", 4, "mapScale", "2000", "handoverNumber", "样例-1");
  }

  private void map(String key, int... households) {
    SampleAreas sample = sample(key, households);
    take(key, AreaFileKind.AREAS, sample.areas());
    take(key, AreaFileKind.BLOCKS, sample.blocks());
    take(key, AreaFileKind.OUTLINES, sample.outlines());
    complete("hc-" + key + "-office", DELIVER_AREA_FILES, Map.of());
    take(key, AreaFileKind.DWELLINGS, sample.dwellings());
    complete("hc-" + key + "-office", LIST_BUILDINGS, Map.of());
  }

  private static Map<String, Object> accept() {
    return Map.of("acceptanceDecision", "accept");
  }

  private static SampleAreas sample(String key, int... households) {
    List<SampleAreas.Block> blocks = new ArrayList<>();
    for (int i = 0; i < households.length; i++) {
      String code = SUBDISTRICTS.get(key) + "701" + "%03d".formatted(i + 1);
      blocks.add(
          new SampleAreas.Block(
              code,
              SUBDISTRICTS.get(key),
              "样例第1社区",
              "样例路" + code + "号",
              households[i],
              households[i] * 3));
    }
    return new SampleAreas(blocks);
  }

  private void take(String subdistrict, AreaFileKind kind, String text) {
    try {
      files.take(
          CENSUS,
          kind,
          subdistrict,
          new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)),
          "hc-" + subdistrict + "-office");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String text(String key, String name) {
    return String.valueOf(variable(key, name));
  }

  private String text(String user, String key, String name) {
    return String.valueOf(tasks.getVariable(seen(user, key).get(0).getId(), name));
  }
}
