package org.censusflow.sample.workflow;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.censusflow.base.district.District;
import org.censusflow.base.district.Districts;
import org.censusflow.base.process.mapping.AreaDelimitationProcess;
import org.censusflow.base.process.mapping.MappingProcess;
import org.censusflow.mapping.area.AreaFileKind;
import org.censusflow.mapping.listing.AreaFiles;
import org.censusflow.sample.SampleAreas;
import org.censusflow.sample.SampleMap;
import org.springframework.stereotype.Component;

/** How sample staff map a district: departments, subdistricts and the census office. */
@Component
class MappingWork implements TaskPlay {

  private static final String DAY = "2020-05-31";

  private final Districts districts;
  private final SampleMap map;
  private final AreaFiles files;
  private final TaskService tasks;
  private final Map<String, BiFunction<Task, StaffMember, Map<String, Object>>> plays;

  MappingWork(Districts districts, SampleMap map, AreaFiles files, TaskService tasks) {
    this.districts = districts;
    this.map = map;
    this.files = files;
    this.tasks = tasks;
    plays =
        Map.ofEntries(
            Map.entry(MappingProcess.PLAN_MAPPING, (task, person) -> plan()),
            Map.entry(MappingProcess.SUPPLY_BASE_MAPS, (task, person) -> baseMaps(district(task))),
            Map.entry(
                MappingProcess.CHECK_BASE_MAPS, (task, person) -> Map.of("mapsDecision", "accept")),
            Map.entry(
                MappingProcess.CONFIRM_DIVISIONS, (task, person) -> divisions(district(task))),
            Map.entry(AreaDelimitationProcess.DELIVER_AREA_FILES, this::deliver),
            Map.entry(AreaDelimitationProcess.HELP_DRAWING, this::deliver),
            Map.entry(AreaDelimitationProcess.LIST_BUILDINGS, this::list),
            Map.entry(AreaDelimitationProcess.ADJUST_BLOCKS, (task, person) -> keep()),
            Map.entry(
                MappingProcess.ACCEPT_MAPPING,
                (task, person) -> Map.of("acceptanceDecision", "accept")),
            Map.entry(MappingProcess.URGE_BASE_MAPS, (task, person) -> urged()),
            Map.entry(AreaDelimitationProcess.URGE_AREA_FILES, (task, person) -> urged()),
            Map.entry(AreaDelimitationProcess.URGE_LISTING, (task, person) -> urged()));
  }

  @Override
  public boolean plays(String taskDefinitionKey) {
    return plays.containsKey(taskDefinitionKey);
  }

  @Override
  public Optional<Map<String, Object>> play(Task task, StaffMember person) {
    if (task.getTaskDefinitionKey().equals(MappingProcess.ACCEPT_MAPPING)
        && planned(task, person)) {
      return Optional.empty();
    }
    return Optional.of(plays.get(task.getTaskDefinitionKey()).apply(task, person));
  }

  /** Whoever planned the mapping leaves its acceptance to somebody else. */
  private boolean planned(Task task, StaffMember person) {
    return person.user().equals(tasks.getVariable(task.getId(), "mappingPlannedBy"));
  }

  private static Map<String, Object> plan() {
    return Map.of(
        "drawingMethod", "system", "drawingTrained", true, "mappingPlan", "样例：按村（居）划分普查区，按标准划分小区");
  }

  private static Map<String, Object> baseMaps(District district) {
    return Map.of(
        "imageryOn",
        DAY,
        "subdistrictsCovered",
        district.subdistricts().size(),
        "mapScale",
        "2000",
        "handoverNumber",
        "样例-1",
        "mapsNote",
        "");
  }

  private Map<String, Object> divisions(District district) {
    return Map.of(
        "divisionsOn",
        DAY,
        "divisionCommunities",
        map.communities(district.census().id()),
        "disputedBoundaries",
        0,
        "divisionsNote",
        "");
  }

  private Map<String, Object> deliver(Task task, StaffMember person) {
    SampleAreas areas = areas(task);
    take(task, person, AreaFileKind.AREAS, areas.areas());
    take(task, person, AreaFileKind.BLOCKS, areas.blocks());
    take(task, person, AreaFileKind.OUTLINES, areas.outlines());
    return Map.of();
  }

  private Map<String, Object> list(Task task, StaffMember person) {
    take(task, person, AreaFileKind.DWELLINGS, areas(task).dwellings());
    return Map.of();
  }

  /** The sample's registrations are there already: its blocks must stay as they are. */
  private static Map<String, Object> keep() {
    return Map.of("adjustDecision", "keep", "adjustReason", "样例：登记资料已按现有小区生成");
  }

  private static Map<String, Object> urged() {
    return Map.of("urgeMeasure", "call", "urgeNote", "样例：已督办");
  }

  private SampleAreas areas(Task task) {
    District district = district(task);
    String subdistrict = subdistrict(task);
    return map.of(district.census().id(), subdistrict, district.subdistrict(subdistrict).code());
  }

  private void take(Task task, StaffMember person, AreaFileKind kind, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    try {
      files.take(
          district(task).census().id(),
          kind,
          subdistrict(task),
          new ByteArrayInputStream(bytes),
          person.user());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String subdistrict(Task task) {
    return (String) tasks.getVariable(task.getId(), "subdistrict");
  }

  private District district(Task task) {
    return districts.require(task.getTenantId());
  }
}
