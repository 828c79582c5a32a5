package org.censusflow.sample.workflow;

import java.time.Duration;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.task.Task;
import org.camunda.spin.Spin;
import org.camunda.spin.json.SpinJsonNode;
import org.censusflow.district.Districts;
import org.censusflow.district.WorkingDays;
import org.censusflow.registration.Registrations;

/** What sample staff submit with the forms of the work after the count. */
final class AfterCountForms {

  private static final String SAMPLE = "样例";
  private static final Duration EMBARGO = Duration.ofDays(10);
  private static final Duration HOLD = Duration.ofDays(30);
  private static final int SMALLEST_CELL = 5;

  private final Districts districts;
  private final Registrations registrations;
  private final Map<String, BiFunction<Task, Map<String, Object>, Map<String, Object>>> forms =
      new HashMap<>();

  AfterCountForms(Districts districts, Registrations registrations) {
    this.districts = districts;
    this.registrations = registrations;
    for (String key :
        List.of(
            "Task_CheckDisclosure",
            "Task_ApproveRelease",
            "Task_ReviewMaterial",
            "Task_ConfirmData",
            "Task_DecideSummary",
            "Task_ConfirmArchive",
            "Task_ApproveDestruction",
            "Task_CountersignCount")) {
      forms.put(key, (task, of) -> Map.of("decision", "approve"));
    }
    qualityCheck();
    data();
    publication();
    retention();
  }

  boolean knows(String taskDefinitionKey) {
    return forms.containsKey(taskDefinitionKey);
  }

  Map<String, Object> of(Task task, Map<String, Object> variables) {
    return forms.get(task.getTaskDefinitionKey()).apply(task, variables);
  }

  private void qualityCheck() {
    forms.put("Task_RecordSample", (task, of) -> sample(task));
    forms.put("Task_UrgeCheck", (task, of) -> Map.of("urgeMeasure", "call", "urgeNote", SAMPLE));
    forms.put("Task_NameTeam", (task, of) -> team(of));
    forms.put(
        "Task_ReEnumerate",
        (task, of) ->
            Map.of(
                "checkHouseholds", 1,
                "checkPersons", 2,
                "checkRefusals", 0,
                "countSource", SAMPLE,
                "countNote", ""));
    forms.put("Task_CompareCount", (task, of) -> comparison(of));
    forms.put(
        "Task_RecordCheckFinding",
        (task, of) ->
            Map.of(
                "findingTitle",
                SAMPLE,
                "findingType",
                "registration-quality",
                "findingText",
                SAMPLE,
                "furtherFindings",
                "no"));
    forms.put("Task_PrepareMaterial", (task, of) -> Map.of("materialText", SAMPLE));
    forms.put(
        "Task_HandOverMaterial",
        (task, of) ->
            Map.of(
                "materialReceiver",
                SAMPLE,
                "materialNumber",
                SAMPLE,
                "materialOn",
                today(),
                "noOwnRate",
                true));
  }

  private void data() {
    forms.put(
        "Task_ProcessData",
        (task, of) ->
            Map.of(
                "codingDue", 0,
                "codingDone", 0,
                "codingChecked", 0,
                "faultsLeft", 0,
                "processingSource", SAMPLE));
    forms.put("Task_ConfirmFigures", (task, of) -> Map.of("figuresDecision", "agree"));
    forms.put(
        "Task_CatalogueMaterial",
        (task, of) ->
            Map.of(
                "volumesPermanent", 1,
                "volumesSummary", 1,
                "volumesPersonal", 1,
                "paperForms", 0,
                "catalogueNumber", SAMPLE));
    forms.put(
        "Task_DraftSummary",
        (task, of) ->
            Map.of(
                "summaryText",
                SAMPLE,
                "commendedUnits",
                1,
                "commendedStaff",
                1,
                "commendationBasis",
                SAMPLE,
                "dataNotUsed",
                true));
  }

  private void publication() {
    forms.put("Task_DraftRelease", (task, of) -> release(of));
    forms.put(
        "Task_SubmitRelease",
        (task, of) ->
            Map.of("submittedTo", SAMPLE, "submissionNumber", SAMPLE, "submittedOn", today()));
    forms.put(
        "Task_RecordHigherDecision",
        (task, of) ->
            Map.of(
                "higherDecision",
                "approve",
                "higherNumber",
                SAMPLE,
                "higherOn",
                today(),
                "embargoAt",
                later(EMBARGO).toOffsetDateTime().toString()));
    forms.put(
        "Task_ConfirmRelease",
        (task, of) -> Map.of("releaseChannels", SAMPLE, "releaseFault", "none"));
  }

  private void retention() {
    forms.put(
        "Task_HandOverArchive",
        (task, of) ->
            Map.of(
                "archiveName",
                SAMPLE,
                "archiveReceipt",
                SAMPLE,
                "handedOverOn",
                today(),
                "volumesHandedOver",
                3));
    forms.put(
        "Task_ReviewHold",
        (task, of) ->
            Map.of("holdUntil", later(HOLD).toLocalDate().toString(), "holdGround", SAMPLE));
    forms.put(
        "Task_ApplyDestruction",
        (task, of) -> Map.of("paperForms", 0, "copiesListed", SAMPLE, "destructionMethod", SAMPLE));
    forms.put("Task_ConfirmDestruction", (task, of) -> Map.of("destructionConfirmed", true));
    forms.put("Task_SuperviseDestruction", (task, of) -> Map.of("destructionSupervised", true));
    forms.put(
        "Task_FileCertificate",
        (task, of) ->
            Map.of(
                "paperDestroyed",
                0,
                "copiesDestroyed",
                true,
                "copiesNote",
                SAMPLE,
                "certificateFiledAs",
                SAMPLE));
  }

  /** The district's first block stands for the one that the higher office drew. */
  private Map<String, Object> sample(Task task) {
    var blocks = registrations.blocks(districts.require(task.getTenantId()).census().id());
    Map<String, Object> form = new HashMap<>();
    form.put("sampleLevel", "national");
    form.put("sampleIssuer", SAMPLE);
    form.put("sampleDocument", SAMPLE);
    form.put("sampleIssuedOn", today());
    form.put("blocksDrawn", blocks.isEmpty() ? "no" : "yes");
    if (!blocks.isEmpty()) {
      form.put("sampleBlocks", blocks.get(0).code());
    }
    return form;
  }

  private static Map<String, Object> team(Map<String, Object> of) {
    List<String> candidates =
        ((SpinJsonNode) of.get("checkerOptions"))
            .elements().stream().map(option -> option.prop("value").stringValue()).toList();
    int last = candidates.size() - 1;
    return Map.of(
        "checkLeader",
        candidates.get(last),
        "checkers",
        list(candidates.subList(last - 2, last)),
        "visitOn",
        today());
  }

  private static Object list(List<String> values) {
    return Spin.JSON(
        values.stream().map(it -> '"' + it + '"').collect(Collectors.joining(",", "[", "]")));
  }

  /** Everybody whom both counts can have in common is in both. */
  private static Map<String, Object> comparison(Map<String, Object> of) {
    int census = number(of, "censusPersons");
    int check = number(of, "checkPersons");
    int matched = Math.min(census, check);
    return Map.of(
        "matchedPersons",
        matched,
        "onlyCensus",
        census - matched,
        "onlyCheck",
        check - matched,
        "unresolvedPersons",
        0,
        "comparisonSource",
        SAMPLE);
  }

  private static Map<String, Object> release(Map<String, Object> of) {
    Map<String, Object> form = new HashMap<>();
    form.put("releaseTitle", of.get("releaseTitle"));
    form.put("releaseText", SAMPLE);
    form.put("populationTotal", number(of, "personsRegistered"));
    form.put("figureSource", SAMPLE);
    form.put("tableKind", "counts");
    form.put("areaLevel", "district");
    form.put("smallestCell", SMALLEST_CELL);
    form.put("methodNote", SAMPLE);
    form.put("embargoAt", later(EMBARGO).toOffsetDateTime().toString());
    return form;
  }

  private static int number(Map<String, Object> of, String name) {
    return of.get(name) instanceof Number number ? number.intValue() : 0;
  }

  private static String today() {
    return later(Duration.ZERO).toLocalDate().toString();
  }

  private static ZonedDateTime later(Duration duration) {
    return ClockUtil.getCurrentTime().toInstant().plus(duration).atZone(WorkingDays.ZONE);
  }
}
