package org.censusflow.base.engine.models;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.dmn.engine.DmnDecisionRuleResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PostEnumerationDecisionTests extends ModelScene {

  @ParameterizedTest
  @CsvSource({
    "counts, district, 5, pass",
    "rates, community, 12, pass",
    "counts, subdistrict, 4, mask",
    "rates, district, 1, mask",
    "counts, block, 900, refuse",
    "coverage, district, 900, refuse",
    "coverage, block, 1, refuse",
    "microdata, district, 900, refuse",
    "unheard-of, district, 900, refuse"
  })
  void onlySumsThatNameNobodyAreReleased(String kind, String area, int smallest, String verdict) {
    DmnDecisionRuleResult row =
        decide(
            "DisclosureControl",
            Map.of("tableKind", kind, "areaLevel", area, "smallestCell", smallest));
    assertThat(row.<String>getEntry("disclosureVerdict")).isEqualTo(verdict);
    assertThat(row.<String>getEntry("disclosureReason").isEmpty())
        .isEqualTo(verdict.equals("pass"));
  }

  @ParameterizedTest
  @CsvSource({
    "personal-data, 2, P2Y, destroy",
    "paper-forms, 2, P2Y, destroy",
    "transfer-records, 3, P3Y, keep",
    "summaries, 10, P10Y, keep"
  })
  void materialIsKeptForItsLegalPeriod(String material, int years, String period, String end) {
    DmnDecisionRuleResult row = decide("RetentionPeriod", Map.of("material", material));
    assertThat(row.<Integer>getEntry("retentionYears")).isEqualTo(years);
    assertThat(row.<String>getEntry("retentionPeriod")).isEqualTo(period);
    assertThat(row.<String>getEntry("retentionEnd")).isEqualTo(end);
    assertThat(row.<String>getEntry("retentionBasis")).isNotBlank();
  }

  @Test
  void importantSummariesAreKeptForGood() {
    DmnDecisionRuleResult row =
        decide("RetentionPeriod", Map.of("material", "important-summaries"));
    assertThat(row.<Integer>getEntry("retentionYears")).isNull();
    assertThat(row.<String>getEntry("retentionEnd")).isEqualTo("keep");
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0, 0, 1, agreed",
    "0, 2, 0, 1, findings",
    "0, 0, 1, 2, findings",
    "1, 1, 0, 1, reconcile",
    "1, 1, 0, 2, findings"
  })
  void aComparisonIsSettledBeforeItsFindings(
      int unresolved, int onlyCensus, int onlyCheck, int round, String step) {
    Map<String, Object> comparison = new HashMap<>();
    comparison.put("unresolvedPersons", unresolved);
    comparison.put("onlyCensus", onlyCensus);
    comparison.put("onlyCheck", onlyCheck);
    comparison.put("comparisonRound", round);
    assertThat(decide("CheckComparison", comparison).<String>getEntry("comparisonStep"))
        .isEqualTo(step);
  }

  private static DmnDecisionRuleResult decide(String table, Map<String, Object> inputs) {
    return engine()
        .getDecisionService()
        .evaluateDecisionTableByKey(table, inputs)
        .getSingleResult();
  }
}
