package org.censusflow.governance.violation;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.censusflow.base.access.StepsMissing;
import org.censusflow.base.access.TakenSteps;
import org.censusflow.base.access.TakenSteps.Needed;

/**
 * A case in which something is decided against somebody: two named investigators established it,
 * the bureau drafted, a lead approved.
 *
 * @param investigators accounts; empty when none were named
 */
record Sanctioned(String district, List<String> investigators) {

  /**
   * Who took each step.
   *
   * @throws StepsMissing when one is not on record, or its taker may not have taken it
   */
  Map<String, String> people(String processKey, TakenSteps steps) {
    // The statistics bureau; the census office where the district lists no such unit.
    Set<String> bureau = Set.of(district + "-statistics", district + "-census-office");
    Map<String, String> people =
        steps.require(
            processKey,
            List.of(
                new Needed("investigate", bureau, List.of()),
                new Needed("countersign", bureau, List.of("investigate")),
                new Needed("draft", bureau, List.of()),
                Needed.of("approve", district + "-census-leads", "draft")));
    for (String step : List.of("investigate", "countersign")) {
      if (!investigators.contains(people.get(step))) {
        throw new StepsMissing(processKey, step, "was not taken by who was named for it");
      }
    }
    return people;
  }
}
