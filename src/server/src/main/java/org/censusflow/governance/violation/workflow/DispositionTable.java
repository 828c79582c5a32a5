package org.censusflow.governance.violation.workflow;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.dmn.engine.DmnDecisionRuleResult;
import org.camunda.bpm.engine.ProcessEngineServices;
import org.censusflow.governance.violation.Violations;
import org.springframework.stereotype.Component;

/**
 * Asks the deployed decision table {@code Disposition} what the law allows, for the facts as the
 * register has them at that moment.
 */
@Component
class DispositionTable {

  private final Violations violations;

  DispositionTable(Violations violations) {
    this.violations = violations;
  }

  /**
   * What may be done.
   *
   * @param allowed keys of dispositions
   * @param fineLimit yuan; 0 where there is no fine
   */
  record Law(List<String> allowed, long fineLimit) {

    boolean allows(String disposition, Number fine) {
      return allowed.contains(disposition) && (!"fine".equals(disposition) || allowsFine(fine));
    }

    boolean allowsFine(Number fine) {
      return fine != null && fine.longValue() >= 1 && fine.longValue() <= fineLimit;
    }
  }

  Law of(ProcessEngineServices engine, String processKey) {
    Violations.Facts facts = violations.facts(processKey);
    Map<String, Object> inputs = new HashMap<>();
    inputs.put("offenderKind", facts.offenderKind());
    inputs.put("violationType", facts.violationType());
    inputs.put("gravity", facts.gravity());
    DmnDecisionRuleResult row =
        engine
            .getDecisionService()
            .evaluateDecisionTableByKey("Disposition", inputs)
            .getSingleResult();
    if (row == null) {
      return new Law(List.of(), 0);
    }
    Number limit = row.getEntry("fineLimit");
    return new Law(
        List.of(row.<String>getEntry("allowedDispositions").split(",")),
        limit == null ? 0 : limit.longValue());
  }
}
