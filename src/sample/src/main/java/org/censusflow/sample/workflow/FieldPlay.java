package org.censusflow.sample.workflow;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.censusflow.base.process.registration.AreaRegistrationProcess;
import org.censusflow.base.process.registration.BlockListingProcess;
import org.censusflow.base.process.registration.BlockLongFormsProcess;
import org.censusflow.base.process.registration.BlockShortFormsProcess;
import org.censusflow.base.process.registration.RegistrationAcceptanceProcess;
import org.censusflow.base.process.registration.RegistrationProcess;
import org.censusflow.registration.field.FieldTask;
import org.censusflow.registration.field.FieldTasks;
import org.censusflow.registration.field.FieldWork;
import org.censusflow.registration.question.HouseholdQuestions;
import org.springframework.stereotype.Component;

/**
 * How sample staff do the field work: the list is what is registered, every recheck agrees, what
 * the checks doubt goes back to the households, and whoever made something leaves its review to
 * somebody else.
 */
@Component
class FieldPlay implements TaskPlay {

  private static final int ITEMS_OF_A_HOUSEHOLD = 40;

  private final FieldTasks fieldTasks;
  private final FieldWork field;
  private final HouseholdQuestions questions;
  private final TaskService tasks;
  private final Map<String, Function<Task, Map<String, Object>>> forms;

  FieldPlay(
      FieldTasks fieldTasks, FieldWork field, HouseholdQuestions questions, TaskService tasks) {
    this.fieldTasks = fieldTasks;
    this.field = field;
    this.questions = questions;
    this.tasks = tasks;
    forms =
        Map.ofEntries(
            Map.entry(BlockListingProcess.LIST_HOUSEHOLDS, this::listed),
            Map.entry(BlockShortFormsProcess.ACCEPT_BLOCK, this::accepted),
            Map.entry(BlockLongFormsProcess.ENUMERATE_LONG_FORMS, this::longForms),
            Map.entry(
                BlockLongFormsProcess.ACCEPT_LONG_FORMS, task -> Map.of("decision", "approve")),
            Map.entry(
                RegistrationAcceptanceProcess.SUBMIT_ACCEPTANCE,
                task -> Map.of("figuresChecked", true, "acceptanceNote", "样例：已逐个小区核对")),
            Map.entry(RegistrationAcceptanceProcess.REVIEW_ACCEPTANCE, this::accepted),
            Map.entry(RegistrationProcess.COMPLETE_LONG_FORMS, this::allLongForms),
            Map.entry(AreaRegistrationProcess.URGE_BLOCK, task -> urged()),
            Map.entry(BlockLongFormsProcess.URGE_LONG_FORMS, task -> urged()),
            Map.entry(RegistrationAcceptanceProcess.URGE_ACCEPTANCE, task -> urged()),
            Map.entry(RegistrationProcess.URGE_SHORT_FORMS, task -> urged()),
            Map.entry(RegistrationProcess.URGE_REGISTRATION, task -> urged()));
  }

  @Override
  public boolean plays(String taskDefinitionKey) {
    return forms.containsKey(taskDefinitionKey)
        || BlockShortFormsProcess.ENUMERATE_SHORT_FORMS.equals(taskDefinitionKey)
        || BlockShortFormsProcess.RECHECK_SAMPLE.equals(taskDefinitionKey);
  }

  @Override
  public Optional<Map<String, Object>> play(Task task, StaffMember person) {
    String key = task.getTaskDefinitionKey();
    if (field.madeBy(text(task, "censusId"), text(task, "block"), key, person.user())) {
      return Optional.empty();
    }
    if (forms.containsKey(key)) {
      return Optional.of(forms.get(key).apply(task));
    }
    if (BlockShortFormsProcess.ENUMERATE_SHORT_FORMS.equals(key)) {
      field.settleAll(claimed(task, person), person.user());
    } else {
      field.agree(claimed(task, person), ITEMS_OF_A_HOUSEHOLD, person.user());
      questions.askWhatChecksDoubt(text(task, "censusId"), text(task, "block"), person.user());
    }
    return Optional.of(Map.of());
  }

  private FieldTask claimed(Task task, StaffMember person) {
    return fieldTasks.claimedBy(person.caller(), task.getId());
  }

  private Map<String, Object> listed(Task task) {
    int households = field.registeredHouseholds(text(task, "censusId"), text(task, "block"));
    return Map.of(
        "listedHouseholds",
        households,
        "listedPersons",
        field.registeredPersons(text(task, "censusId"), text(task, "block")),
        "emptyDwellings",
        0,
        "selfInvited",
        households / 4,
        "boundaryChecked",
        true);
  }

  private Map<String, Object> accepted(Task task) {
    return Boolean.TRUE.equals(tasks.getVariable(task.getId(), "gateHolds"))
        ? Map.of("decision", "approve")
        : Map.of("decision", "override", "decisionReason", "样例：差异由比对复查处理");
  }

  private Map<String, Object> longForms(Task task) {
    return Map.of("longFormRegistered", tasks.getVariable(task.getId(), "longFormCount"));
  }

  private Map<String, Object> allLongForms(Task task) {
    int drawn = field.longForms(text(task, "censusId"));
    return Map.of("longFormSampled", drawn, "longFormRegistered", drawn);
  }

  private static Map<String, Object> urged() {
    return Map.of("urgeMeasure", "call", "urgeNote", "样例：已督办");
  }

  private String text(Task task, String variable) {
    return (String) tasks.getVariable(task.getId(), variable);
  }
}
