package org.censusflow.sample.workflow;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.censusflow.base.process.preparation.RegisterRectificationProcess;
import org.censusflow.preparation.RectificationReports;
import org.springframework.stereotype.Component;

/** How the sample's public security reports what it found by block: nothing out of order. */
@Component
class RectificationWork implements TaskPlay {

  private static final String HEAD = "小区代码,户籍人口,流动人口,人户分离,应落未落,应销未销,港澳台居民,外籍人员\n";

  private final RectificationReports reports;
  private final PlaceFigures places;
  private final TaskService tasks;

  RectificationWork(RectificationReports reports, PlaceFigures places, TaskService tasks) {
    this.reports = reports;
    this.places = places;
    this.tasks = tasks;
  }

  @Override
  public boolean plays(String taskDefinitionKey) {
    return RegisterRectificationProcess.COUNT_REGISTER.equals(taskDefinitionKey);
  }

  @Override
  public Optional<Map<String, Object>> play(Task task, StaffMember person) {
    String subdistrict = (String) tasks.getVariable(task.getId(), "subdistrict");
    String rows =
        places.blocks(task.getTenantId(), subdistrict).stream()
            .map(block -> block.code() + ",200,40,10,0,0,0,0")
            .collect(Collectors.joining("\n"));
    reports.report(
        person.caller(),
        places.censusId(task.getTenantId()),
        subdistrict,
        (HEAD + rows).getBytes(StandardCharsets.UTF_8));
    return Optional.of(Map.of());
  }
}
