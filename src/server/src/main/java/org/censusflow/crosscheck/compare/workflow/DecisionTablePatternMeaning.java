package org.censusflow.crosscheck.compare.workflow;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.dmn.engine.DmnDecisionRuleResult;
import org.camunda.bpm.engine.DecisionService;
import org.censusflow.crosscheck.compare.PatternMeaning;
import org.censusflow.linkage.Pattern;
import org.springframework.stereotype.Component;

/** Asks the deployed decision table {@code DifferenceClass}. */
@Component
class DecisionTablePatternMeaning implements PatternMeaning {

  private static final String DECISION = "DifferenceClass";

  private final DecisionService decisions;

  DecisionTablePatternMeaning(DecisionService decisions) {
    this.decisions = decisions;
  }

  @Override
  public List<Meaning> of(Pattern pattern) {
    Map<String, Object> inputs = Map.copyOf(pattern.inputs());
    return decisions.evaluateDecisionTableByKey(DECISION, inputs).stream()
        .map(DecisionTablePatternMeaning::meaning)
        .toList();
  }

  private static Meaning meaning(DmnDecisionRuleResult row) {
    return new Meaning(row.getEntry("class"), row.getEntry("verifier"), row.getEntry("reviewer"));
  }
}
