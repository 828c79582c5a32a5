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
import org.censusflow.base.process.postenumeration.DataDestructionProcess;
import org.censusflow.base.process.postenumeration.PostEnumerationProcess;
import org.censusflow.base.process.postenumeration.PublicationProcess;
import org.censusflow.base.process.postenumeration.QualityCheckProcess;
import org.censusflow.base.process.postenumeration.RetentionProcess;
import org.censusflow.base.process.postenumeration.SampleBlockCheckProcess;
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
            PublicationProcess.CHECK_DISCLOSURE,
            PublicationProcess.APPROVE_RELEASE,
            QualityCheckProcess.REVIEW_MATERIAL,
            PostEnumerationProcess.CONFIRM_DATA,
            PostEnumerationProcess.DECIDE_SUMMARY,
            RetentionProcess.CONFIRM_ARCHIVE,
            DataDestructionProcess.APPROVE_DESTRUCTION,
            SampleBlockCheckProcess.COUNTERSIGN_COUNT)) {
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
        PostEnumerationProcess.PROCESS_DATA,
        (task, of) ->
            Map.of(
                "codingDue", 0,
                "codingDone", 0,
                "codingChecked", 0,
                "faultsLeft", 0,
                "processingSource", SAMPLE));
    forms.put(
        PostEnumerationProcess.CONFIRM_FIGURES, (task, of) -> Map.of("figuresDecision", "agree"));
    forms.put(
        PostEnumerationProcess.CATALOGUE_MATERIAL,
        (task, of) ->
            Map.of(
                "volumesPermanent", 1,
                "volumesSummary", 1,
                "volumesPersonal", 1,
                "paperForms", 0,
                "catalogueNumber", SAMPLE));
    forms.put(
        PostEnumerationProcess.DRAFT_SUMMARY,
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
    forms.put(PublicationProcess.DRAFT_RELEASE, (task, of) -> release(of));
    forms.put(
        PublicationProcess.SUBMIT_RELEASE,
        (task, of) ->
            Map.of("submittedTo", SAMPLE, "submissionNumber", SAMPLE, "submittedOn", today()));
    forms.put(
        PublicationProcess.RECORD_HIGHER_DECISION,
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
        PublicationProcess.CONFIRM_RELEASE,
        (task, of) -> Map.of("releaseChannels", SAMPLE, "releaseFault", "none"));
  }

  private void retention() {
    forms.put(
        RetentionProcess.HAND_OVER_ARCHIVE,
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
        RetentionProcess.REVIEW_HOLD,
        (task, of) ->
            Map.of("holdUntil", later(HOLD).toLocalDate().toString(), "holdGround", SAMPLE));
    forms.put(
        DataDestructionProcess.APPLY_DESTRUCTION,
        (task, of) -> Map.of("paperForms", 0, "copiesListed", SAMPLE, "destructionMethod", SAMPLE));
    forms.put(
        DataDestructionProcess.CONFIRM_DESTRUCTION,
        (task, of) -> Map.of("destructionConfirmed", true));
    forms.put(
        DataDestructionProcess.SUPERVISE_DESTRUCTION,
        (task, of) -> Map.of("destructionSupervised", true));
    forms.put(
        RetentionProcess.FILE_CERTIFICATE,
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
