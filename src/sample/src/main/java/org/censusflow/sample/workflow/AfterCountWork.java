package org.censusflow.sample.workflow;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.camunda.spin.json.SpinJsonNode;
import org.censusflow.base.district.Districts;
import org.censusflow.base.process.postenumeration.SampleBlockCheckProcess;
import org.censusflow.registration.answers.Registrations;
import org.springframework.stereotype.Component;

/**
 * How sample staff do the work after the count, to the destruction years later: one sample block
 * with a difference, one release, one certificate. Only who is named for a sample block works on
 * it.
 */
@Component
class AfterCountWork implements TaskPlay {

  private final AfterCountForms forms;
  private final TaskService tasks;

  AfterCountWork(Districts districts, Registrations registrations, TaskService tasks) {
    this.forms = new AfterCountForms(districts, registrations);
    this.tasks = tasks;
  }

  @Override
  public boolean plays(String taskDefinitionKey) {
    return forms.knows(taskDefinitionKey);
  }

  @Override
  public Optional<Map<String, Object>> play(Task task, StaffMember person) {
    String key = task.getTaskDefinitionKey();
    Map<String, Object> variables = tasks.getVariables(task.getId());
    boolean mayNot =
        switch (key) {
          case SampleBlockCheckProcess.RE_ENUMERATE ->
              !chosen(variables, "checkers").contains(person.user());
          case SampleBlockCheckProcess.COUNTERSIGN_COUNT ->
              !person.user().equals(variables.get("checkLeader"));
          case SampleBlockCheckProcess.COMPARE_COUNT ->
              chosen(variables, "checkers").contains(person.user())
                  || person.user().equals(variables.get("checkLeader"));
          default -> false;
        };
    return mayNot ? Optional.empty() : Optional.of(forms.of(task, variables));
  }

  private static List<String> chosen(Map<String, Object> variables, String name) {
    return variables.get(name) instanceof SpinJsonNode json
        ? json.elements().stream().map(SpinJsonNode::stringValue).toList()
        : List.of();
  }
}
