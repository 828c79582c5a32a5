package org.censusflow.phase.workflow;

import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.censusflow.district.District;
import org.censusflow.district.Districts;
import org.censusflow.phase.LatePhases;
import org.censusflow.preparation.PreparationFigures;
import org.censusflow.preparation.Staff;
import org.censusflow.registration.Registrations;
import org.springframework.stereotype.Component;

/** The steps of {@code Census}, the umbrella over the phases. */
@Component("censusSteps")
public class CensusSteps {

  private final Districts districts;
  private final Registrations registrations;
  private final PreparationFigures preparation;
  private final LatePhases latePhases;

  CensusSteps(
      Districts districts,
      Registrations registrations,
      PreparationFigures preparation,
      LatePhases latePhases) {
    this.districts = districts;
    this.registrations = registrations;
    this.preparation = preparation;
    this.latePhases = latePhases;
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
   * Holds what the preparation's processes recorded against what the district needs, for the office
   * to submit and the leading group to decide on.
   */
  public void measureGate(DelegateExecution execution) {
    District district = districts.require(execution.getTenantId());
    String censusId = district.census().id();
    GateFigures figures = new GateFigures();
    int units = (int) district.units().stream().filter(unit -> !unit.duties().isEmpty()).count();
    int subdistricts = district.subdistricts().size();
    figures.share("成员单位普查方案已同意", preparation.plansApproved(censusId), units);
    figures.share("街道（乡镇）普查机构已组建", preparation.subdistrictsSetUp(censusId), subdistricts);
    figures.share("村（居）工作小组全部成立的街道", preparation.subdistrictsWithAllGroups(censusId), subdistricts);
    Staff.Team needed = preparation.staffNeeded(censusId);
    Staff.Team certified = preparation.staffCertified(censusId);
    figures.share("持证普查员", certified.enumerators(), needed.enumerators());
    figures.share("持证普查指导员", certified.supervisors(), needed.supervisors());
    figures.share("经费核查合格的街道", preparation.subdistrictsInFunds(censusId), subdistricts);
    figures.yes("普查经费全部到位", preparation.fundsAvailable(censusId, subdistricts));
    figures.yes("宣传工作展开", preparation.publicityUnderWay(censusId));
    figures.yes("户口整顿完成", preparation.registerRectified(censusId));
    mapping(execution, figures);
    late(censusId, district, figures);
    execution.setVariable("gateHolds", figures.hold());
    execution.setVariable("gateFigures", figures.text());
  }

  private static void mapping(DelegateExecution execution, GateFigures figures) {
    figures.share("已绘图普查小区", number(execution, "blocksDrawn"), number(execution, "blockCount"));
    figures.none("未解决的边界争议", openDisputes(execution));
    figures.yes("普查小区不重不漏", Boolean.TRUE.equals(ofTheCensus(execution, "blocksCoverDistrict")));
  }

  private static int openDisputes(DelegateExecution execution) {
    return (int)
        execution
            .getProcessEngineServices()
            .getRuntimeService()
            .createProcessInstanceQuery()
            .processDefinitionKey("BoundaryDispute")
            .tenantIdIn(execution.getTenantId())
            .count();
  }

  private void late(String censusId, District district, GateFigures figures) {
    List<LatePhases.Late> late = latePhases.of(censusId);
    late.forEach(
        phase ->
            figures.remark(district.window(phase.phase()).name() + "已逾期，规定期限 " + phase.dueOn()));
  }

  /**
   * The leading group opens the registration although a figure falls short; its reason stays on
   * record.
   */
  public void recordOverride(DelegateExecution execution) {
    execution.setVariable("gateOverrideReason", execution.getVariable("gateReason"));
  }

  private static int number(DelegateExecution execution, String name) {
    return ofTheCensus(execution, name) instanceof Number number ? number.intValue() : 0;
  }

  /** A variable of the umbrella, also as seen from a process that it calls. */
  private static Object ofTheCensus(DelegateExecution execution, String name) {
    DelegateExecution caller = execution.getProcessInstance().getSuperExecution();
    return caller == null ? execution.getVariable(name) : caller.getVariable(name);
  }
}
