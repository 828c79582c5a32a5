package org.censusflow.sample.workflow;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.censusflow.base.process.CensusProcess;
import org.censusflow.base.process.crosscheck.RecordRequestProcess;
import org.censusflow.base.process.governance.InspectionProcess;
import org.censusflow.base.process.governance.LeadingGroupMeetingProcess;
import org.censusflow.base.process.governance.PolicyQuestionProcess;
import org.censusflow.base.process.preparation.FundingProcess;
import org.censusflow.base.process.preparation.PreparationProcess;
import org.censusflow.base.process.preparation.RegisterRectificationProcess;
import org.censusflow.base.process.preparation.StaffingProcess;
import org.censusflow.base.process.preparation.SubdistrictSetupProcess;
import org.censusflow.base.process.preparation.UnitPlanProcess;
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
    corrected.put(
        SubdistrictSetupProcess.SET_UP_GROUPS, (of, form) -> form.put("communityCount", 1));
    corrected.put(RegisterRectificationProcess.SETTLE_REGISTER, (of, form) -> settled(form));
  }

  private void staffing() {
    corrected.put(
        StaffingProcess.NOMINATE_STAFF,
        (of, form) -> {
          form.replaceAll((key, value) -> key.startsWith("from") ? 0 : value);
          form.put("enumeratorsSelected", of.apply("enumeratorsNeeded"));
          form.put("supervisorsSelected", of.apply("supervisorsNeeded"));
          form.put("fromGridWorkers", of.apply("enumeratorsNeeded"));
          form.put("fromCadres", of.apply("supervisorsNeeded"));
        });
    corrected.put(
        StaffingProcess.TRAIN_STAFF, (of, form) -> carry(of, form, "trained", "Selected"));
    corrected.put(StaffingProcess.EXAMINE_STAFF, (of, form) -> pass(of, form, "passed", "trained"));
    corrected.put(
        StaffingProcess.ISSUE_CERTIFICATES, (of, form) -> pass(of, form, "certified", "passed"));
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
        FundingProcess.DRAFT_BUDGET,
        (of, form) -> {
          form.putAll(
              Map.of("budgetPay", 600_000, "budgetPhone", 60_000, "budgetTraining", 120_000));
          form.putAll(
              Map.of("budgetPublicity", 120_000, "budgetOther", 100_000, "budgetTotal", 1_000_000));
          form.put("trancheCount", 2);
        });
    corrected.put(
        FundingProcess.RELEASE_TRANCHE,
        (of, form) -> {
          int outstanding = of.apply("fundsOutstanding");
          form.put("trancheAmount", of.apply("trancheNumber") < 2 ? outstanding / 2 : outstanding);
        });
    corrected.put(
        FundingProcess.CHECK_FUNDS,
        (of, form) -> {
          form.put("fundsAllotted", 100_000);
          form.put("fundsReceived", 100_000);
          form.put("fundsMisused", 0);
        });
    corrected.put(
        FundingProcess.PAY_ALLOWANCE,
        (of, form) ->
            form.put(
                "allowancePaid",
                of.apply("allowanceDue") + of.apply("phoneDue") - of.apply("allowanceTotal")));
  }

  private void governance() {
    corrected.put(
        LeadingGroupMeetingProcess.CONVENE_MEETING,
        (of, form) -> {
          form.put("meetingOn", FormFiller.today());
          form.put("meetingPlace", "样例会议室");
        });
    corrected.put(
        LeadingGroupMeetingProcess.RECORD_DECISION,
        (of, form) -> form.put("furtherDecisions", "no"));
    corrected.put(
        InspectionProcess.RECORD_FINDING, (of, form) -> form.put("furtherFindings", "no"));
    corrected.put(
        PolicyQuestionProcess.GIVE_OPINION, (of, form) -> form.put("opinion", "样例：同意登记在常住地"));
    corrected.put(PreparationProcess.DECIDE_LATE, (of, form) -> form.put("lateDecision", "keep"));
    corrected.put(
        CensusProcess.DECIDE_REGISTRATION, (of, form) -> form.put("gateDecision", "open"));
    corrected.put(
        RecordRequestProcess.RESOLVE_OVERDUE, (of, form) -> form.put("overdueDecision", "stop"));
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
      case StaffingProcess.WITHDRAW_STAFF -> {
        form.put("withdrawnEnumerators", 1);
        form.put("withdrawnSupervisors", 0);
        form.put("withdrawnAccounts", filler.choose(variables, "certifiedOptions", 1));
      }
      case StaffingProcess.ISSUE_CERTIFICATES -> {
        int people = number.apply("passedEnumerators") + number.apply("passedSupervisors");
        form.put("certifiedAccounts", filler.chooseEvenly(variables, "accountOptions", people));
        form.put("certificatesValidTo", null);
      }
      case UnitPlanProcess.DRAFT_PLAN -> planned(form, variables);
      case StaffingProcess.ESTIMATE_LOAD ->
          form.putAll(places.load(task.getTenantId(), subdistrict(variables)));
      case FundingProcess.LIST_ACCEPTED_WORK ->
          form.putAll(places.work(task.getTenantId(), subdistrict(variables)));
      case CensusProcess.DECIDE_REGISTRATION -> {
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
