package org.censusflow.postenumeration.quality.workflow;

import static org.censusflow.base.form.FormValues.text;

import java.time.Clock;
import java.util.List;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.censusflow.base.district.District;
import org.censusflow.base.district.DueDates;
import org.censusflow.base.district.GroupKind;
import org.censusflow.base.process.governance.ViolationProcess;
import org.censusflow.governance.inspection.InspectionFinding;
import org.censusflow.governance.matter.Matter;
import org.censusflow.governance.matter.Matters;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * What a quality check found is put right by the subdistrict and confirmed by the office; what
 * looks like a violation becomes a case of its own.
 */
@Component
class FindingFollowUp {

  private final DueDates dueDates;
  private final Matters matters;
  private final RuntimeService runtime;
  private final Clock clock;

  FindingFollowUp(DueDates dueDates, Matters matters, @Lazy RuntimeService runtime, Clock clock) {
    this.dueDates = dueDates;
    this.matters = matters;
    this.runtime = runtime;
    this.clock = clock;
  }

  void issue(DelegateExecution execution, District district, List<InspectionFinding> findings) {
    for (InspectionFinding finding : findings) {
      matters.open(matter(execution, district, finding));
      if (finding.refers()) {
        refer(execution, district, finding);
      }
    }
  }

  private void refer(DelegateExecution execution, District district, InspectionFinding finding) {
    runtime
        .createProcessInstanceByKey(ViolationProcess.KEY)
        .businessKey(origin(execution) + "-" + finding.item())
        .setVariable("district", district.id())
        .setVariable("reportChannel", "inspection")
        .setVariable("reportedType", finding.kind())
        .setVariable("reportText", finding.title() + "：" + finding.content())
        .execute();
  }

  private Matter matter(DelegateExecution execution, District district, InspectionFinding finding) {
    return Matter.open(
        district.id(),
        Matter.Kind.FINDING,
        origin(execution),
        finding.item(),
        "事后质量抽查：" + text(execution, "blockName"),
        finding.title(),
        finding.content(),
        finding.severity(),
        district.group(GroupKind.SUBDISTRICT_OFFICE, text(execution, "subdistrict")).id(),
        List.of(district.group(GroupKind.CENSUS_OFFICE).id()),
        List.of(),
        dueDates.due(district, finding.deadline(), clock.instant()));
  }

  /** The numbers of the findings' matters, for the loop that follows them up. */
  List<String> matters(DelegateExecution execution) {
    return matters.numbersOf(origin(execution));
  }

  private static String origin(DelegateExecution execution) {
    return execution.getProcessInstanceId();
  }
}
