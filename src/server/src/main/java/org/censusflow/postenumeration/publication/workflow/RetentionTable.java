package org.censusflow.postenumeration.publication.workflow;

import java.time.LocalDate;
import java.time.Period;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.camunda.bpm.dmn.engine.DmnDecisionRuleResult;
import org.camunda.bpm.engine.ProcessEngineServices;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** Asks the deployed decision table {@code RetentionPeriod} for every kind of material. */
@Component
class RetentionTable {

  private static final Map<String, String> MATERIALS = new LinkedHashMap<>();

  static {
    MATERIALS.put("personal-data", "识别个人的登记和部门资料");
    MATERIALS.put("paper-forms", "纸质普查表");
    MATERIALS.put("transfer-records", "部门提供资料的记录");
    MATERIALS.put("summaries", "汇总资料");
    MATERIALS.put("important-summaries", "重要汇总资料");
  }

  /** The first day on which the law lets what identifies people go. */
  LocalDate legalEnd(ProcessEngineServices engine, LocalDate handedOverOn) {
    return handedOverOn.plus(
        Period.parse(ask(engine, "personal-data").<String>getEntry("retentionPeriod")));
  }

  String schedule(DelegateExecution execution) {
    return MATERIALS.entrySet().stream()
        .map(
            material -> {
              DmnDecisionRuleResult row =
                  ask(execution.getProcessEngineServices(), material.getKey());
              Number years = row.getEntry("retentionYears");
              String length = years == null ? "永久" : "至少 " + years + " 年";
              return "- %s：%s（%s）"
                  .formatted(material.getValue(), length, row.<String>getEntry("retentionBasis"));
            })
        .collect(Collectors.joining("\n"));
  }

  private static DmnDecisionRuleResult ask(ProcessEngineServices engine, String material) {
    return engine
        .getDecisionService()
        .evaluateDecisionTableByKey("RetentionPeriod", Map.of("material", material))
        .getSingleResult();
  }
}
