package org.censusflow.sample.workflow;

import static org.censusflow.sample.workflow.SampleForm.SAMPLE;
import static org.censusflow.sample.workflow.SampleForm.later;
import static org.censusflow.sample.workflow.SampleForm.number;
import static org.censusflow.sample.workflow.SampleForm.today;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.task.Task;
import org.censusflow.base.district.Districts;
import org.censusflow.registration.answers.Registrations;

/** What sample staff submit with the forms of the work after the count. */
final class AfterCountForms {

  private static final Duration EMBARGO = Duration.ofDays(10);
  private static final Duration HOLD = Duration.ofDays(30);
  private static final int SMALLEST_CELL = 5;

  private final Map<String, SampleForm> forms = new HashMap<>();

  AfterCountForms(Districts districts, Registrations registrations) {
    forms.putAll(new QualityCheckForms(districts, registrations).all());
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
    data();
    publication();
    retention();
  }

  boolean knows(String taskDefinitionKey) {
    return forms.containsKey(taskDefinitionKey);
  }

  Map<String, Object> of(Task task, Map<String, Object> variables) {
    return forms.get(task.getTaskDefinitionKey()).of(task, variables);
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
}
