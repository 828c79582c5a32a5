package org.censusflow.registration.workflow;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.censusflow.district.District;
import org.censusflow.district.Districts;
import org.censusflow.registration.Registrations;
import org.springframework.stereotype.Component;

/** The steps of {@code Census}, the umbrella over the phases. */
@Component("censusSteps")
public class CensusSteps {

  private final Districts districts;
  private final Registrations registrations;

  CensusSteps(Districts districts, Registrations registrations) {
    this.districts = districts;
    this.registrations = registrations;
  }

  /**
   * Opens the district's census in the data plane, under the id and the reference time of its file.
   */
  public void open(DelegateExecution execution) {
    District district = districts.require(execution.getTenantId());
    String censusId = district.census().id();
    registrations.open(censusId, district.id(), district.referenceTime().toInstant());
    execution.setProcessBusinessKey(censusId);
    execution.setVariable("district", district.id());
    execution.setVariable("censusId", censusId);
    execution.setVariable("censusName", district.census().name());
    execution.setVariable("districtName", district.name());
    execution.setVariable("referenceTime", district.referenceTime().toLocalDateTime().toString());
  }

  /**
   * Holds what the office confirmed against the district's norms, for the leading group to decide
   * on.
   */
  public void measureGate(DelegateExecution execution) {
    District district = districts.require(execution.getTenantId());
    GateFigures figures = new GateFigures();
    figures.atLeast(
        "街道（乡镇）普查机构", number(execution, "subdistrictOfficesReady"), district.subdistricts().size());
    figures.atLeast(
        "持证普查员", number(execution, "enumeratorsCertified"), number(execution, "enumeratorsNeeded"));
    figures.atLeast(
        "持证普查指导员",
        number(execution, "supervisorsCertified"),
        number(execution, "supervisorsNeeded"));
    figures.atLeast("已绘图普查小区", number(execution, "blocksDrawn"), number(execution, "blockCount"));
    figures.none("未解决的边界争议", number(execution, "boundaryDisputesOpen"));
    figures.yes("普查小区不重不漏", flag(execution, "blocksCoverDistrict"));
    figures.yes("普查经费到位", flag(execution, "fundsAvailable"));
    figures.yes("宣传工作展开", flag(execution, "publicityUnderWay"));
    figures.yes("户口整顿完成", flag(execution, "registerRectified"));
    execution.setVariable("gateHolds", figures.hold());
    execution.setVariable("gateFigures", figures.text());
  }

  /**
   * The leading group opens the registration although a figure falls short; its reason stays on
   * record.
   */
  public void recordOverride(DelegateExecution execution) {
    execution.setVariable("gateOverrideReason", execution.getVariable("gateReason"));
  }

  private static int number(DelegateExecution execution, String name) {
    return execution.getVariable(name) instanceof Number number ? number.intValue() : 0;
  }

  private static boolean flag(DelegateExecution execution, String name) {
    return Boolean.TRUE.equals(execution.getVariable(name));
  }
}
