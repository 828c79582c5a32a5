package org.censusflow.governance.phase.workflow;

import org.camunda.bpm.engine.RuntimeService;
import org.censusflow.base.district.District;
import org.censusflow.base.process.mapping.BoundaryDisputeProcess;
import org.censusflow.governance.phase.LatePhases;
import org.censusflow.mapping.area.AreaChecks;
import org.censusflow.mapping.area.Readiness;
import org.censusflow.preparation.PreparationFigures;
import org.censusflow.preparation.Staff;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * Holds what the preparation's and the mapping's processes recorded against what the district
 * needs. Measured when it is shown and again when it is decided on.
 */
@Component
class RegistrationGate {

  private final PreparationFigures preparation;
  private final AreaChecks areas;
  private final LatePhases latePhases;
  private final RuntimeService runtime;

  /** Lazy, because the engine asks for its task rules while it starts. */
  RegistrationGate(
      PreparationFigures preparation,
      AreaChecks areas,
      LatePhases latePhases,
      @Lazy RuntimeService runtime) {
    this.preparation = preparation;
    this.areas = areas;
    this.latePhases = latePhases;
    this.runtime = runtime;
  }

  GateFigures measure(District district) {
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
    mapping(district, figures);
    latePhases
        .of(censusId)
        .forEach(
            phase ->
                figures.remark(
                    district.window(phase.phase()).name() + "已逾期，规定期限 " + phase.dueOn()));
    return figures;
  }

  private void mapping(District district, GateFigures figures) {
    Readiness readiness = areas.check(district.census().id(), null);
    int blocks = readiness.figures().blocks();
    figures.share("已绘图普查小区", blocks - readiness.undrawn(), blocks);
    figures.none("未解决的边界争议", openDisputes(district));
    figures.yes("普查小区不重不漏", blocks > 0 && readiness.ready());
  }

  private int openDisputes(District district) {
    return (int)
        runtime
            .createProcessInstanceQuery()
            .processDefinitionKey(BoundaryDisputeProcess.KEY)
            .tenantIdIn(district.id())
            .count();
  }
}
