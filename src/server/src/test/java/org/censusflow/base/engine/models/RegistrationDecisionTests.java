package org.censusflow.base.engine.models;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RegistrationDecisionTests extends ModelScene {

  @ParameterizedTest
  @CsvSource({
    "no-one-home, 1, false, OPEN, 换时间再次入户",
    "appointment, 2, false, OPEN, 换时间再次入户",
    "no-one-home, 3, false, OPEN, 可以请邻居",
    "refused, 1, false, OPEN, 普查指导员陪同",
    "refused, 3, false, OPEN, 可以请邻居",
    "self, 0, false, OPEN, 自主填报",
    "proxy, 2, true, NONE, 没有达到规定",
    "proxy, 3, false, NONE, 请写明",
    "proxy, 3, true, PROXY, 结案",
    "empty, 0, false, NONE, 证实",
    "empty, 0, true, EMPTY, 结案",
    "confirmed, 0, false, REGISTERED, 结案"
  })
  void aHouseholdIsClosedOnlyAfterEnoughVisitsAndWithSomebodyWhoKnows(
      String outcome, int attempts, boolean informed, String status, String next) {
    Map<String, Object> row =
        decide(
            "HouseholdCloseOut",
            Map.of("outcome", outcome, "attempts", attempts, "visits", 3, "informed", informed));
    assertThat(row.get("caseStatus")).isEqualTo(status);
    assertThat((String) row.get("nextStep")).contains(next);
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0.0, 0, pass",
    "0, 0.02, 1, pass",
    "0, 0.021, 0, redo",
    "1, 0.0, 0, redo",
    "0, 0.5, 1, replace",
    "2, 0.0, 3, replace"
  })
  void aRecheckPassesOrTheBlockIsRegisteredAnew(
      int missed, double share, int redone, String outcome) {
    assertThat(
            decide(
                "RecheckOutcome",
                Map.of(
                    "missedPersons", missed,
                    "errorShare", share,
                    "errorLimit", 0.02,
                    "redone", redone,
                    "redoLimit", 1)))
        .containsEntry("recheckOutcome", outcome);
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0, 0.0, 0.0, 1.0, true, 各项指标达到验收标准",
    "0, 0, 0.02, 0.05, 0.97, true, 各项指标达到验收标准",
    "1, 1, 0.5, 0.5, 0.5, false, 有住户没有登记或结案",
    "0, 1, 0.5, 0.5, 0.5, false, 有存疑的答案没有向住户核实办结",
    "0, 0, 0.5, 0.5, 0.5, false, 复核差错率超过上限",
    "0, 0, 0.0, 0.051, 0.5, false, 由他人提供情况的住户占比超过上限",
    "0, 0, 0.0, 0.0, 0.96, false, 登记了公民身份号码的占比低于下限"
  })
  void acceptanceNamesTheFirstFigureThatFallsShort(
      int open,
      int doubts,
      double errors,
      double proxies,
      double identity,
      boolean holds,
      String reason) {
    assertThat(
            decide(
                "RegistrationGate",
                Map.of(
                    "openHouseholds", open,
                    "openQuestions", doubts,
                    "errorShare", errors,
                    "errorLimit", 0.02,
                    "proxyShare", proxies,
                    "proxyLimit", 0.05,
                    "identityShare", identity,
                    "identityLimit", 0.97)))
        .isEqualTo(Map.of("gateHolds", holds, "gateReason", reason));
  }

  private static Map<String, Object> decide(String decision, Map<String, Object> inputs) {
    return engine()
        .getDecisionService()
        .evaluateDecisionTableByKey(decision, inputs)
        .getSingleResult()
        .getEntryMap();
  }
}
