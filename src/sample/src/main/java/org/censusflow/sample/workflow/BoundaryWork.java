package org.censusflow.sample.workflow;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.camunda.spin.json.SpinJsonNode;
import org.censusflow.base.process.mapping.BoundaryDisputeProcess;
import org.springframework.stereotype.Component;

/** How sample staff settle a boundary dispute: the first side keeps the plot. */
@Component
class BoundaryWork implements TaskPlay {

  private static final String TEXT = "样例：按要求办理";

  private static final Set<String> TASKS =
      Set.of(
          BoundaryDisputeProcess.ACCEPT_DISPUTE,
          BoundaryDisputeProcess.STATE_POSITION,
          BoundaryDisputeProcess.GIVE_BOUNDARY_OPINION,
          BoundaryDisputeProcess.MEDIATE_DISPUTE,
          BoundaryDisputeProcess.SIGN_AGREEMENT,
          BoundaryDisputeProcess.DECIDE_DISPUTE,
          BoundaryDisputeProcess.ACKNOWLEDGE_BOUNDARY);

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
          case BoundaryDisputeProcess.ACCEPT_DISPUTE -> accepted(task);
          case BoundaryDisputeProcess.STATE_POSITION ->
              Map.of(
                  "positionClaim",
                  TEXT,
                  "positionEvidence",
                  TEXT,
                  "positionHouseholds",
                  3,
                  "interimKnown",
                  true);
          case BoundaryDisputeProcess.GIVE_BOUNDARY_OPINION ->
              Map.of("boundaryOpinion", TEXT, "opinionBasis", TEXT);
          case BoundaryDisputeProcess.SIGN_AGREEMENT -> Map.of("decision", "approve");
          case BoundaryDisputeProcess.ACKNOWLEDGE_BOUNDARY -> Map.of("boundaryKnown", true);
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
    if (BoundaryDisputeProcess.MEDIATE_DISPUTE.equals(task.getTaskDefinitionKey())) {
      form.put("mediationDecision", "agreed");
      form.put("mediationReason", TEXT);
    } else {
      form.put("boundaryBasis", TEXT);
    }
    return form;
  }
}
