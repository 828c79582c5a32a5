package org.censusflow.sample.workflow;

import static org.censusflow.sample.workflow.SampleForm.SAMPLE;
import static org.censusflow.sample.workflow.SampleForm.number;
import static org.censusflow.sample.workflow.SampleForm.today;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.task.Task;
import org.camunda.spin.Spin;
import org.camunda.spin.json.SpinJsonNode;
import org.censusflow.base.district.Districts;
import org.censusflow.base.process.postenumeration.QualityCheckProcess;
import org.censusflow.base.process.postenumeration.SampleBlockCheckProcess;
import org.censusflow.base.process.postenumeration.SampleBlockFindingsProcess;
import org.censusflow.registration.answers.Registrations;

/** What sample staff submit in the quality check: one sample block, counted again. */
final class QualityCheckForms {

  private final Districts districts;
  private final Registrations registrations;

  QualityCheckForms(Districts districts, Registrations registrations) {
    this.districts = districts;
    this.registrations = registrations;
  }

  /** By the keys of their tasks. */
  Map<String, SampleForm> all() {
    Map<String, SampleForm> forms = new HashMap<>();
    forms.put(QualityCheckProcess.RECORD_SAMPLE, (task, of) -> sample(task));
    forms.put(
        QualityCheckProcess.URGE_CHECK,
        (task, of) -> Map.of("urgeMeasure", "call", "urgeNote", SAMPLE));
    forms.put(SampleBlockCheckProcess.NAME_TEAM, (task, of) -> team(of));
    forms.put(
        SampleBlockCheckProcess.RE_ENUMERATE,
        (task, of) ->
            Map.of(
                "checkHouseholds", 1,
                "checkPersons", 2,
                "checkRefusals", 0,
                "countSource", SAMPLE,
                "countNote", ""));
    forms.put(SampleBlockCheckProcess.COMPARE_COUNT, (task, of) -> comparison(of));
    forms.put(
        SampleBlockFindingsProcess.RECORD_CHECK_FINDING,
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
    forms.put(QualityCheckProcess.PREPARE_MATERIAL, (task, of) -> Map.of("materialText", SAMPLE));
    forms.put(
        QualityCheckProcess.HAND_OVER_MATERIAL,
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
    return forms;
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
}
