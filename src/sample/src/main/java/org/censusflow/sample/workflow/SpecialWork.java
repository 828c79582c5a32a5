package org.censusflow.sample.workflow;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.camunda.spin.Spin;
import org.camunda.spin.json.SpinJsonNode;
import org.censusflow.base.process.registration.SpecialPopulationProcess;
import org.censusflow.registration.specialpopulation.PopulationKind;
import org.springframework.stereotype.Component;

/** How sample staff report special populations: a dozen people of each, in one subdistrict. */
@Component
class SpecialWork implements TaskPlay {

  private static final int PEOPLE = 12;

  private static final Set<String> TASKS =
      Set.of(
          SpecialPopulationProcess.REPORT_MILITARY,
          SpecialPopulationProcess.PREPARE_POPULATION,
          SpecialPopulationProcess.REGISTER_BY_SUBDISTRICT,
          SpecialPopulationProcess.DECIDE_FIGURES);

  private final TaskService tasks;

  SpecialWork(TaskService tasks) {
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
          case SpecialPopulationProcess.REPORT_MILITARY -> military();
          case SpecialPopulationProcess.PREPARE_POPULATION -> prepared(task);
          case SpecialPopulationProcess.REGISTER_BY_SUBDISTRICT -> registered();
          default -> Map.of("reconciliationDecision", "accept", "reconciliationReason", "样例：已了解原因");
        });
  }

  private static Map<String, Object> military() {
    return Map.of(
        "servingMilitary",
        PEOPLE,
        "barracksOthers",
        0,
        "militaryMale",
        PEOPLE,
        "militaryFemale",
        0,
        "outsideBarracks",
        0,
        "sealedNumber",
        "样例文号");
  }

  private Map<String, Object> prepared(Task task) {
    Map<String, Object> form = new HashMap<>();
    SpinJsonNode options = (SpinJsonNode) tasks.getVariable(task.getId(), "subdistrictOptions");
    String first = options.elements().get(0).prop("value").stringValue();
    form.put("populationSubdistricts", Spin.JSON("[\"" + first + "\"]"));
    form.put("expectedPersons", PEOPLE);
    form.put("listHandOver", "sealed");
    form.put("populationMeasures", "样例：按要求动员");
    for (String field :
        Set.of(
            "populationPlaces",
            "schoolsMobilised",
            "propertyCompanies",
            "insuredMobilised",
            "taxpayersMobilised")) {
      form.put(field, 1);
    }
    String[] parts = PopulationKind.ofKey((String) tasks.getVariable(task.getId(), "kind")).parts();
    for (String part : parts) {
      form.put(part, PEOPLE / parts.length);
    }
    return form;
  }

  private static Map<String, Object> registered() {
    return Map.of(
        "registeredPersons", PEOPLE, "registeredElsewhere", 0, "notReached", 0, "placesVisited", 1);
  }
}
