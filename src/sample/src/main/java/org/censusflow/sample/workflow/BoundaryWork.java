package org.censusflow.sample.workflow;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.camunda.spin.json.SpinJsonNode;
import org.springframework.stereotype.Component;

/** How sample staff settle a boundary dispute: the first side keeps the plot. */
@Component
class BoundaryWork implements TaskPlay {

  private static final String TEXT = "样例：按要求办理";

  private static final Set<String> TASKS =
      Set.of(
          "Task_AcceptDispute",
          "Task_StatePosition",
          "Task_GiveBoundaryOpinion",
          "Task_MediateDispute",
          "Task_SignAgreement",
          "Task_DecideDispute",
          "Task_AcknowledgeBoundary");

  private final TaskService tasks;

  BoundaryWork(TaskService tasks) {
    this.tasks = tasks;
  }

  @Override
  public boolean plays(String taskDefinitionKey) {
    return TASKS.contains(taskDefinitionKey);
  }

  @Override
  public Optional<Map<String, Object>> play(Task task, StaffMember person) {
    return Optional.of(
        switch (task.getTaskDefinitionKey()) {
          case "Task_AcceptDispute" -> accepted(task);
          case "Task_StatePosition" ->
              Map.of(
                  "positionClaim",
                  TEXT,
                  "positionEvidence",
                  TEXT,
                  "positionHouseholds",
                  3,
                  "interimKnown",
                  true);
          case "Task_GiveBoundaryOpinion" -> Map.of("boundaryOpinion", TEXT, "opinionBasis", TEXT);
          case "Task_SignAgreement" -> Map.of("decision", "approve");
          case "Task_AcknowledgeBoundary" -> Map.of("boundaryKnown", true);
          default -> decided(task);
        });
  }

  private Map<String, Object> accepted(Task task) {
    SpinJsonNode options = (SpinJsonNode) tasks.getVariable(task.getId(), "sideOptions");
    List<String> sides =
        options.elements().stream().map(option -> option.prop("value").stringValue()).toList();
    return Map.of(
        "acceptDecision",
        "accept",
        "firstSide",
        sides.get(0),
        "secondSide",
        sides.get(1),
        "actualAdministration",
        "first",
        "residentsThere",
        true,
        "acceptReason",
        TEXT);
  }

  private Map<String, Object> decided(Task task) {
    Map<String, Object> form = new HashMap<>();
    form.put("boundaryLine", TEXT);
    form.put("countingSide", tasks.getVariable(task.getId(), "firstSide"));
    if ("Task_MediateDispute".equals(task.getTaskDefinitionKey())) {
      form.put("mediationDecision", "agreed");
      form.put("mediationReason", TEXT);
    } else {
      form.put("boundaryBasis", TEXT);
    }
    return form;
  }
}
