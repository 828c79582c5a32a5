package org.censusflow.sample.workflow;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;

/**
 * How sample staff fill in forms whose numbers hang together; every other form they fill in field
 * by field.
 */
@Component
class FormWork {

  private final FormFiller filler;
  private final TaskService tasks;
  private final PlaceFigures places;
  private final Map<String, BiConsumer<Function<String, Integer>, Map<String, Object>>> corrected =
      new HashMap<>();

  FormWork(FormFiller filler, TaskService tasks, PlaceFigures places) {
    this.filler = filler;
    this.tasks = tasks;
    this.places = places;
    staffing();
    funds();
    governance();
    corrected.put("Task_SetUpGroups", (of, form) -> form.put("communityCount", 1));
    corrected.put("Task_SettleRegister", (of, form) -> settled(form));
  }

  private void staffing() {
    corrected.put(
        "Task_NominateStaff",
        (of, form) -> {
          form.replaceAll((key, value) -> key.startsWith("from") ? 0 : value);
          form.put("enumeratorsSelected", of.apply("enumeratorsNeeded"));
          form.put("supervisorsSelected", of.apply("supervisorsNeeded"));
          form.put("fromGridWorkers", of.apply("enumeratorsNeeded"));
          form.put("fromCadres", of.apply("supervisorsNeeded"));
        });
    corrected.put("Task_TrainStaff", (of, form) -> carry(of, form, "trained", "Selected"));
    corrected.put("Task_ExamineStaff", (of, form) -> pass(of, form, "passed", "trained"));
    corrected.put("Task_IssueCertificates", (of, form) -> pass(of, form, "certified", "passed"));
  }

  private static void carry(
      Function<String, Integer> of, Map<String, Object> form, String to, String from) {
    form.put(to + "Enumerators", of.apply("enumerators" + from));
    form.put(to + "Supervisors", of.apply("supervisors" + from));
  }

  private static void pass(
      Function<String, Integer> of, Map<String, Object> form, String to, String from) {
    form.put(to + "Enumerators", of.apply(from + "Enumerators"));
    form.put(to + "Supervisors", of.apply(from + "Supervisors"));
  }

  private void funds() {
    corrected.put(
        "Task_DraftBudget",
        (of, form) -> {
          form.putAll(
              Map.of("budgetPay", 600_000, "budgetPhone", 60_000, "budgetTraining", 120_000));
          form.putAll(
              Map.of("budgetPublicity", 120_000, "budgetOther", 100_000, "budgetTotal", 1_000_000));
          form.put("trancheCount", 2);
        });
    corrected.put(
        "Task_ReleaseTranche",
        (of, form) -> {
          int outstanding = of.apply("fundsOutstanding");
          form.put("trancheAmount", of.apply("trancheNumber") < 2 ? outstanding / 2 : outstanding);
        });
    corrected.put(
        "Task_CheckFunds",
        (of, form) -> {
          form.put("fundsAllotted", 100_000);
          form.put("fundsReceived", 100_000);
          form.put("fundsMisused", 0);
        });
    corrected.put(
        "Task_PayAllowance",
        (of, form) ->
            form.put(
                "allowancePaid",
                of.apply("allowanceDue") + of.apply("phoneDue") - of.apply("allowanceTotal")));
  }

  private void governance() {
    corrected.put(
        "Task_ConveneMeeting",
        (of, form) -> {
          form.put("meetingOn", FormFiller.today());
          form.put("meetingPlace", "样例会议室");
        });
    corrected.put("Task_RecordDecision", (of, form) -> form.put("furtherDecisions", "no"));
    corrected.put("Task_RecordFinding", (of, form) -> form.put("furtherFindings", "no"));
    corrected.put("Task_GiveOpinion", (of, form) -> form.put("opinion", "样例：同意登记在常住地"));
    corrected.put("Task_DecideLate", (of, form) -> form.put("lateDecision", "keep"));
    corrected.put("Task_DecideRegistration", (of, form) -> form.put("gateDecision", "open"));
    corrected.put("Task_ResolveOverdue", (of, form) -> form.put("overdueDecision", "stop"));
  }

  private static void settled(Map<String, Object> form) {
    form.put("settledPersons", 0);
    form.put("cancelledPersons", 0);
    form.put("temporaryRegistered", 0);
    form.put("settlementNote", "样例：正在办理");
  }

  /** What anybody submits with a task that nobody knows better. */
  Optional<Map<String, Object>> play(Task task, StaffMember person) {
    Map<String, Object> form = new HashMap<>(filler.fill(task));
    Map<String, Object> variables = tasks.getVariables(task.getId());
    Function<String, Integer> number =
        name -> variables.get(name) instanceof Number value ? value.intValue() : 0;
    String key = task.getTaskDefinitionKey();
    corrected.getOrDefault(key, (of, filled) -> {}).accept(number, form);
    switch (key) {
      case "Task_WithdrawStaff" -> {
        form.put("withdrawnEnumerators", 1);
        form.put("withdrawnSupervisors", 0);
        form.put("withdrawnAccounts", filler.choose(variables, "certifiedOptions", 1));
      }
      case "Task_IssueCertificates" -> {
        int people = number.apply("passedEnumerators") + number.apply("passedSupervisors");
        form.put("certifiedAccounts", filler.chooseEvenly(variables, "accountOptions", people));
        form.put("certificatesValidTo", null);
      }
      case "Task_DraftPlan" -> planned(form, variables);
      case "Task_EstimateLoad" ->
          form.putAll(places.load(task.getTenantId(), subdistrict(variables)));
      case "Task_ListAcceptedWork" ->
          form.putAll(places.work(task.getTenantId(), subdistrict(variables)));
      case "Task_DecideRegistration" -> {
        if (!Boolean.TRUE.equals(variables.get("gateHolds"))) {
          form.put("gateDecision", "wait");
          form.put("gateReason", "样例：待指标达标");
        }
      }
      default -> {}
    }
    return Optional.of(form);
  }

  private static void planned(Map<String, Object> form, Map<String, Object> variables) {
    form.put("planStaff", 3);
    if ("development-reform".equals(variables.get("unit"))) {
      form.put("planningLinks", "样例：与发展规划衔接");
    }
  }

  private static String subdistrict(Map<String, Object> variables) {
    return (String) variables.get("subdistrict");
  }
}
