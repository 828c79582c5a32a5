package org.censusflow.mapping.listing.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.task.Task;
import org.camunda.spin.Spin;
import org.censusflow.CensusFlow;
import org.censusflow.DueJobs;
import org.censusflow.EmptyEngine;
import org.censusflow.SignedIn;
import org.censusflow.base.engine.TaskRefused;
import org.censusflow.mapping.area.AreaBlock;
import org.censusflow.mapping.area.AreaFileKind;
import org.censusflow.mapping.area.Areas;
import org.censusflow.mapping.assignment.StaffRole;
import org.censusflow.mapping.assignment.WorkHandedOver;
import org.censusflow.mapping.listing.AreaFiles;
import org.censusflow.sample.SampleAreas;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;

/** The whole program on H2: staff map a district, and the rules of their tasks hold. */
@SpringBootTest(
    classes = CensusFlow.class,
    properties = {
      "spring.datasource.url=jdbc:h2:mem:mapping;DB_CLOSE_DELAY=-1",
      "camunda.bpm.job-execution.enabled=false",
      "censusflow.sample.enabled=false"
    })
@DirtiesContext
class MappingTests {

  private static final String CENSUS = "haicang-2020";
  private static final Map<String, String> SUBDISTRICTS =
      Map.of(
          "haicang", "350205001",
          "songyu", "350205002",
          "xinyang", "350205003",
          "dongfu", "350205004");

  @Autowired private IdentityService identities;
  @Autowired private HistoryService history;
  @Autowired private RuntimeService runtime;
  @Autowired private TaskService tasks;
  @Autowired private ManagementService management;
  @Autowired private AreaFiles files;
  @Autowired private Areas areas;
  @Autowired private ApplicationEventPublisher events;
  @Autowired private JdbcClient jdbc;

  @BeforeEach
  void setTheClock() {
    ClockUtil.setCurrentTime(Date.from(Instant.parse("2020-06-01T01:00:00Z")));
  }

  @AfterEach
  void clearTheScene() {
    EmptyEngine.leave(identities, runtime, history);
    for (String table :
        List.of(
            "boundary_change_dwelling",
            "boundary_change_block",
            "boundary_change",
            "area_acceptance",
            "area_file",
            "area_outline",
            "dwelling",
            "building",
            "area_block",
            "census_area",
            "block")) {
      jdbc.sql("delete from " + table).update();
    }
  }

  @Test
  void aDistrictIsMappedAndItsBlocksAreSplitToTheNormOnTheWay() {
    begin();
    SUBDISTRICTS.keySet().forEach(key -> map(key, key.equals("songyu") ? 200 : 80));
    assertThat(task("Task_AdjustBlocks")).isNotNull();
    assertThat(variable("Task_AdjustBlocks", "proposalText")).contains("拆分为 3 个小区");
    complete(
        "hc-songyu-office",
        "Task_AdjustBlocks",
        Map.of("adjustDecision", "apply", "adjustReason", "按标准"));
    assertThat(variable("Task_AcceptMapping", "mappingFigures"))
        .contains("普查区 4 个（民政核定村（居）4 个），小区 6 个");
    refused("hc-office-1", "Task_AcceptMapping", accept(), "CF-E131");
    assertThat(areas.blocks(CENSUS)).isEmpty();
    complete("hc-office-2", "Task_AcceptMapping", accept());
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
            runtime.getVariable(
                task("Task_AcceptMapping").getProcessInstanceId(), "blocksCoverDistrict"))
        .isEqualTo(true);
    refused("hc-office-2", "Task_AcceptMapping", accept(), "CF-E809");
    assertThat(areas.blocks(CENSUS)).isEmpty();
  }

  @Test
  void withoutFilesATaskIsNotDoneAndOneSentBackNeedsNewOnes() {
    begin();
    refused("hc-songyu-office", "Task_DeliverAreaFiles", Map.of(), "CF-E817 还没有上传");
    SampleAreas sample = sample("songyu", 80);
    take("songyu", AreaFileKind.BLOCKS, sample.blocks());
    take("songyu", AreaFileKind.AREAS, sample.areas() + "350205002702,songyu,样例第2社区\n");
    take("songyu", AreaFileKind.OUTLINES, sample.outlines());
    complete("hc-songyu-office", "Task_DeliverAreaFiles", Map.of());
    assertThat(variable("hc-songyu-office", "Task_DeliverAreaFiles", "returnReason"))
        .contains("350205002702 样例第2社区没有划分普查小区");
    ClockUtil.setCurrentTime(Date.from(Instant.parse("2020-06-02T01:00:00Z")));
    refused("hc-songyu-office", "Task_DeliverAreaFiles", Map.of(), "CF-E817 请先按检查结果");
    take("songyu", AreaFileKind.AREAS, sample.areas());
    complete("hc-songyu-office", "Task_DeliverAreaFiles", Map.of());
    assertThat(seen("hc-songyu-office", "Task_ListBuildings")).hasSize(1);
  }

  @Test
  void naturalResourcesHelpsWhenADrawingFailsAgain() {
    begin();
    SampleAreas sample = sample("songyu", 80, 80);
    take("songyu", AreaFileKind.BLOCKS, sample.blocks());
    String faulty = sample.outlines().replaceFirst("120.001000,24.450000", "120.001500,24.450000");
    take("songyu", AreaFileKind.OUTLINES, faulty);
    complete("hc-songyu-office", "Task_DeliverAreaFiles", Map.of());
    ClockUtil.setCurrentTime(Date.from(Instant.parse("2020-06-01T02:00:00Z")));
    take("songyu", AreaFileKind.OUTLINES, faulty);
    complete("hc-songyu-office", "Task_DeliverAreaFiles", Map.of());
    assertThat(seen("hc-natural-resources", "Task_HelpDrawing")).hasSize(1);
    ClockUtil.setCurrentTime(Date.from(Instant.parse("2020-06-02T01:00:00Z")));
    refused("hc-natural-resources", "Task_HelpDrawing", Map.of(), "CF-E817");
    take("songyu", AreaFileKind.OUTLINES, sample.outlines());
    complete("hc-natural-resources", "Task_HelpDrawing", Map.of());
    assertThat(seen("hc-songyu-office", "Task_ListBuildings")).hasSize(1);
  }

  @Test
  void theOfficeSendsASubdistrictBackAndAcceptsNoOtherNumberOfCommunities() {
    begin(5);
    SUBDISTRICTS.keySet().forEach(key -> map(key, 80));
    refused("hc-office-2", "Task_AcceptMapping", accept(), "CF-E819 普查区 4 个");
    Map<String, Object> back = Map.of("acceptanceDecision", "return", "acceptanceReason", "缺一个社区");
    refused("hc-office-2", "Task_AcceptMapping", back, "“退回的街道（乡镇）”必须填写");
    complete(
        "hc-office-2",
        "Task_AcceptMapping",
        Map.of(
            "acceptanceDecision",
            "return",
            "acceptanceReason",
            "缺一个社区",
            "returnedSubdistricts",
            Spin.JSON("[\"xinyang\"]")));
    assertThat(tasks.createTaskQuery().list())
        .extracting(Task::getTaskDefinitionKey)
        .containsExactly("Task_DeliverAreaFiles");
    assertThat(variable("hc-xinyang-office", "Task_DeliverAreaFiles", "returnReason"))
        .isEqualTo("缺一个社区");
  }

  @Test
  void theOpenTasksOfABlockPassToWhoeverWorksThereNow() {
    String instance =
        runtime
            .startProcessInstanceByKey(
                "Mapping", "m", Map.of("district", "haicang", "block", "350205002701001"))
            .getId();
    work();
    Task task = tasks.createTaskQuery().processInstanceId(instance).singleResult();
    tasks.setAssignee(task.getId(), "hc-songyu-enumerator-1");
    handOver("350205002701002", "hc-songyu-enumerator-2");
    assertThat(assignee(task)).as("another block's task stays").isEqualTo("hc-songyu-enumerator-1");
    handOver("350205002701001", "hc-songyu-enumerator-2");
    assertThat(assignee(task)).isEqualTo("hc-songyu-enumerator-2");
  }

  private void handOver(String block, String to) {
    events.publishEvent(
        new WorkHandedOver(
            CENSUS, "haicang", block, StaffRole.ENUMERATOR, "hc-songyu-enumerator-1", to));
  }

  private String assignee(Task task) {
    return tasks.createTaskQuery().taskId(task.getId()).singleResult().getAssignee();
  }

  private void begin() {
    begin(4);
  }

  private void begin(int communities) {
    as("hc-office-1", () -> runtime.startProcessInstanceByKey("Mapping", Map.of()).getId());
    work();
    complete(
        "hc-office-1", "Task_PlanMapping", Map.of("drawingMethod", "system", "mappingPlan", "样例"));
    refused("hc-natural-resources", "Task_SupplyBaseMaps", baseMaps("2020-07-01"), "CF-E819 请填写");
    complete("hc-natural-resources", "Task_SupplyBaseMaps", baseMaps("2020-05-01"));
    complete("hc-office-1", "Task_CheckBaseMaps", Map.of("mapsDecision", "accept"));
    complete(
        "hc-civil-affairs",
        "Task_ConfirmDivisions",
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
    complete("hc-" + key + "-office", "Task_DeliverAreaFiles", Map.of());
    take(key, AreaFileKind.DWELLINGS, sample.dwellings());
    complete("hc-" + key + "-office", "Task_ListBuildings", Map.of());
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

  private void refused(String user, String key, Map<String, Object> form, String message) {
    assertThatThrownBy(() -> complete(user, key, form))
        .isInstanceOf(TaskRefused.class)
        .hasMessageContaining(message);
  }

  private void complete(String user, String key, Map<String, Object> form) {
    assertThat(seen(user, key)).as(key + " of " + user).hasSize(1);
    String task = seen(user, key).get(0).getId();
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
    work();
  }

  private List<Task> seen(String user, String key) {
    return as(
        user,
        () ->
            tasks
                .createTaskQuery()
                .taskDefinitionKey(key)
                .taskCandidateGroupIn(SignedIn.groups(identities, user))
                .includeAssignedTasks()
                .list());
  }

  private Task task(String key) {
    return tasks.createTaskQuery().taskDefinitionKey(key).singleResult();
  }

  private String variable(String key, String name) {
    return String.valueOf(tasks.getVariable(task(key).getId(), name));
  }

  private String variable(String user, String key, String name) {
    return String.valueOf(tasks.getVariable(seen(user, key).get(0).getId(), name));
  }

  private void work() {
    DueJobs.run(management);
  }

  private <T> T as(String user, Supplier<T> action) {
    return SignedIn.as(identities, user, action);
  }
}
