package org.censusflow.sample.workflow;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.history.HistoricIdentityLinkLog;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.history.HistoricTaskInstance;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.censusflow.base.district.District;
import org.censusflow.base.process.crosscheck.RecordRequestProcess;
import org.censusflow.base.process.governance.ViolationTransferProcess;
import org.censusflow.base.process.postenumeration.RetentionProcess;
import org.censusflow.base.process.preparation.PreparationProcess;
import org.springframework.stereotype.Component;

/** What a played census came to: process, instances, tasks by unit, late, escalated. */
@Component
class WholeReport {

  /** Waits for the end of the legal period, which lies beyond the census. */
  private static final Set<String> BEYOND = Set.of(RetentionProcess.KEY);

  /** The sample's violation is settled in the district, so that nothing is transferred. */
  private static final String NOT_NEEDED = ViolationTransferProcess.KEY;

  /** Tasks that exist because something is late, besides those that urge. */
  private static final Set<String> ESCALATIONS =
      Set.of(RecordRequestProcess.RESOLVE_OVERDUE, PreparationProcess.DECIDE_LATE);

  private final RepositoryService repository;
  private final RuntimeService runtime;
  private final TaskService tasks;
  private final HistoryService history;

  WholeReport(
      RepositoryService repository,
      RuntimeService runtime,
      TaskService tasks,
      HistoryService history) {
    this.repository = repository;
    this.runtime = runtime;
    this.tasks = tasks;
    this.history = history;
  }

  /** One process of the table. */
  private static final class Line {
    private long instances;
    private long open;
    private long tasks;
    private long late;
    private long escalated;
    private final Map<String, Integer> byUnit = new TreeMap<>();
  }

  /** Whether the census is over, every process has run, and nobody has anything left to do. */
  boolean complete(District district) {
    return lines(district).entrySet().stream()
            .filter(line -> !NOT_NEEDED.equals(line.getKey()))
            .allMatch(line -> line.getValue().instances > 0)
        && tasks.createTaskQuery().tenantIdIn(district.id()).count() == 0
        && runtime.createIncidentQuery().count() == 0
        && lines(district).entrySet().stream()
            .allMatch(line -> line.getValue().open == 0 || BEYOND.contains(line.getKey()));
  }

  String table(District district, boolean done) {
    StringBuilder text = new StringBuilder();
    text.append(
        String.format(
            Locale.ROOT,
            "%nwhole census of %s: %s, %d incidents%n  %-22s %9s %5s %6s %5s %9s  %s%n",
            district.id(),
            done ? "completed" : "NOT completed",
            runtime.createIncidentQuery().count(),
            "process",
            "instances",
            "open",
            "tasks",
            "late",
            "escalated",
            "tasks by unit"));
    lines(district)
        .forEach(
            (process, line) ->
                text.append(
                    String.format(
                        Locale.ROOT,
                        "  %-22s %9d %5d %6d %5d %9d  %s%n",
                        process,
                        line.instances,
                        line.open,
                        line.tasks,
                        line.late,
                        line.escalated,
                        units(line))));
    String waiting =
        tasks.createTaskQuery().tenantIdIn(district.id()).list().stream()
            .map(task -> task.getTaskDefinitionKey())
            .collect(Collectors.groupingBy(key -> key, TreeMap::new, Collectors.counting()))
            .toString();
    return text.append(String.format("  waiting tasks: %s%n", waiting)).toString();
  }

  private static String units(Line line) {
    return line.byUnit.entrySet().stream()
        .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder()))
        .map(entry -> entry.getKey() + " " + entry.getValue())
        .collect(Collectors.joining(", "));
  }

  private Map<String, Line> lines(District district) {
    Map<String, Line> lines = new TreeMap<>();
    for (ProcessDefinition definition :
        repository.createProcessDefinitionQuery().latestVersion().list()) {
      lines.put(definition.getKey(), new Line());
    }
    for (HistoricProcessInstance instance :
        history.createHistoricProcessInstanceQuery().tenantIdIn(district.id()).list()) {
      Line line = lines.get(instance.getProcessDefinitionKey());
      line.instances++;
      line.open += instance.getEndTime() == null ? 1 : 0;
    }
    Map<String, String> groups = groupsOfTasks(district);
    for (HistoricTaskInstance task :
        history.createHistoricTaskInstanceQuery().tenantIdIn(district.id()).list()) {
      Line line = lines.get(task.getProcessDefinitionKey());
      line.tasks++;
      line.late += late(task) ? 1 : 0;
      line.escalated += escalated(task.getTaskDefinitionKey()) ? 1 : 0;
      line.byUnit.merge(groups.getOrDefault(task.getId(), "?"), 1, Integer::sum);
    }
    return lines;
  }

  /** Task to the key of the group that it was offered to. */
  private Map<String, String> groupsOfTasks(District district) {
    Map<String, String> groups = new HashMap<>();
    List<HistoricIdentityLinkLog> links =
        history.createHistoricIdentityLinkLogQuery().type("candidate").operationType("add").list();
    for (HistoricIdentityLinkLog link : links) {
      if (link.getGroupId() != null && link.getGroupId().startsWith(district.id() + "-")) {
        groups.putIfAbsent(
            link.getTaskId(), link.getGroupId().substring(district.id().length() + 1));
      }
    }
    return groups;
  }

  private static boolean late(HistoricTaskInstance task) {
    return task.getDueDate() != null
        && task.getEndTime() != null
        && task.getEndTime().after(task.getDueDate());
  }

  private static boolean escalated(String key) {
    return key.startsWith("Task_Urge") || ESCALATIONS.contains(key);
  }
}
