package org.censusflow.sample.workflow;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.camunda.spin.json.SpinJsonNode;
import org.censusflow.district.Districts;
import org.censusflow.registration.Registrations;
import org.springframework.stereotype.Component;

/**
 * How sample staff do the work after the count, to the destruction years later: one sample block
 * with a difference, one release, one certificate. Whoever made something leaves its check to
 * somebody else.
 */
@Component
class AfterCountWork implements TaskPlay {

  /** What a check judges: who did it leaves the check to others. */
  private static final Map<String, List<String>> CHECKS =
      Map.of(
          "Task_CheckDisclosure", List.of("Task_DraftRelease"),
          "Task_ApproveRelease", List.of("Task_DraftRelease", "Task_CheckDisclosure"),
          "Task_ReviewMaterial", List.of("Task_PrepareMaterial"),
          "Task_ConfirmData", List.of("Task_ProcessData"),
          "Task_DecideSummary", List.of("Task_DraftSummary"),
          "Task_ConfirmArchive", List.of("Task_HandOverArchive"),
          "Task_ApproveDestruction", List.of("Task_ApplyDestruction"),
          "Task_ConfirmDestruction", List.of("Task_ApproveDestruction"),
          "Task_SuperviseDestruction",
              List.of("Task_ConfirmDestruction", "Task_ApproveDestruction"));

  private final AfterCountForms forms;
  private final TaskService tasks;
  private final HistoryService history;

  AfterCountWork(
      Districts districts, Registrations registrations, TaskService tasks, HistoryService history) {
    this.forms = new AfterCountForms(districts, registrations);
    this.tasks = tasks;
    this.history = history;
  }

  @Override
  public boolean plays(String taskDefinitionKey) {
    return forms.knows(taskDefinitionKey);
  }

  @Override
  public Optional<Map<String, Object>> play(Task task, Staff person) {
    String key = task.getTaskDefinitionKey();
    Map<String, Object> variables = tasks.getVariables(task.getId());
    boolean mayNot =
        switch (key) {
          case "Task_ReEnumerate" -> !chosen(variables, "checkers").contains(person.user());
          case "Task_CountersignCount" -> !person.user().equals(variables.get("checkLeader"));
          case "Task_CompareCount" ->
              chosen(variables, "checkers").contains(person.user())
                  || person.user().equals(variables.get("checkLeader"));
          default ->
              CHECKS.getOrDefault(key, List.of()).stream()
                  .anyMatch(earlier -> did(task, earlier, person.user()));
        };
    return mayNot ? Optional.empty() : Optional.of(forms.of(task, variables));
  }

  private boolean did(Task task, String earlier, String user) {
    return history
            .createHistoricTaskInstanceQuery()
            .processInstanceId(task.getProcessInstanceId())
            .taskDefinitionKey(earlier)
            .taskAssignee(user)
            .finished()
            .count()
        > 0;
  }

  private static List<String> chosen(Map<String, Object> variables, String name) {
    return variables.get(name) instanceof SpinJsonNode json
        ? json.elements().stream().map(SpinJsonNode::stringValue).toList()
        : List.of();
  }
}
