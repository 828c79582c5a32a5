package org.censusflow.preparation.workflow;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.censusflow.base.district.District;
import org.censusflow.base.district.Subdistrict;
import org.censusflow.base.district.Unit;
import org.censusflow.base.process.CensusProcess;
import org.censusflow.base.process.preparation.FundingProcess;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** The steps of {@code Preparation}: whom its processes are started for, and with which words. */
@Component("preparationSteps")
public class PreparationSteps {

  private final PreparationInstance instance;
  private final RuntimeService runtime;
  private final HistoryService history;

  PreparationSteps(
      PreparationInstance instance, @Lazy RuntimeService runtime, @Lazy HistoryService history) {
    this.instance = instance;
    this.runtime = runtime;
    this.history = history;
  }

  /** Keys of the member units that the notice gives a duty, in the order of the district's file. */
  public List<String> unitsWithDuties(DelegateExecution execution) {
    return instance.district(execution).units().stream()
        .filter(unit -> !unit.duties().isEmpty())
        .map(Unit::key)
        .toList();
  }

  public String subdistrictName(DelegateExecution execution, String subdistrict) {
    return instance.district(execution).subdistrict(subdistrict).name();
  }

  /** Keys of the subdistricts, in the order of the district's file. */
  public List<String> subdistricts(DelegateExecution execution) {
    return instance.district(execution).subdistricts().stream().map(Subdistrict::key).toList();
  }

  /**
   * What a called process asks of its people, in place of the words that somebody types who starts
   * it by hand.
   *
   * @param what {@code unit-plan}, {@code subdistrict-setup}, {@code staffing}, {@code publicity},
   *     {@code rectification} or {@code funding}
   */
  public String brief(DelegateExecution execution, String what) {
    District district = instance.district(execution);
    return switch (what) {
      case "unit-plan" -> "请围绕本单位承担的职责制定具体方案并部署落实，准备阶段于 " + last(district, "preparation") + " 前完成。";
      case "subdistrict-setup" -> "请按规定期限组建普查机构，遇到困难及时报告区普查办。";
      case "staffing" -> "首次选调，请于 " + last(district, "staffing") + " 前完成培训、考核和发证。";
      case "publicity" -> "请突出依法普查、依法配合和个人信息保护，分准备、登记两个阶段安排。";
      case "rectification" ->
          "请于 " + last(district, "register-rectification") + " 前完成整顿并移交材料，为登记和比对打好基础。";
      case "funding" -> "请按普查年度预算编制，列明两员补贴和通讯补贴。";
      default -> throw new IllegalArgumentException("No brief for " + what);
    };
  }

  private static String last(District district, String window) {
    return district.window(window).to().toString();
  }

  /**
   * Starts the funding on its own, once per census: allowances are paid after the registration,
   * when the preparation is long over.
   */
  public void startFunding(DelegateExecution execution) {
    District district = instance.open(execution);
    String key = district.census().id() + "-funding";
    if (history
            .createHistoricProcessInstanceQuery()
            .processDefinitionKey(FundingProcess.KEY)
            .processInstanceBusinessKey(key)
            .tenantIdIn(district.id())
            .count()
        == 0) {
      runtime.startProcessInstanceByKey(
          FundingProcess.KEY,
          key,
          Map.of("district", district.id(), "fundingRequest", brief(execution, "funding")));
    }
  }

  /** Tells the umbrella that the gate can be measured; one that does not wait for it is past it. */
  public void submit(DelegateExecution execution) {
    District district = instance.district(execution);
    runtime
        .createMessageCorrelation(CensusProcess.PREPARATION_SUBMITTED)
        .processInstanceBusinessKey(district.census().id())
        .tenantId(district.id())
        .correlateAll();
  }
}
