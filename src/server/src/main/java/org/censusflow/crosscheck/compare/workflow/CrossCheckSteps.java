package org.censusflow.crosscheck.compare.workflow;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.censusflow.base.district.District;
import org.censusflow.base.district.Districts;
import org.censusflow.base.process.crosscheck.AreaRecheckProcess;
import org.censusflow.base.process.crosscheck.CrossCheckReportProcess;
import org.censusflow.base.task.TaskDoers;
import org.censusflow.base.task.TaskOrigin;
import org.censusflow.crosscheck.compare.AreaRechecks;
import org.censusflow.crosscheck.compare.CrossCheckRecord;
import org.censusflow.crosscheck.compare.CrossChecks;
import org.censusflow.crosscheck.compare.Figures;
import org.censusflow.crosscheck.request.RecordRequest;
import org.censusflow.crosscheck.request.RequestLedger;
import org.censusflow.crosscheck.review.ClericalReviews;
import org.censusflow.registration.answers.Block;
import org.censusflow.registration.answers.Registrations;
import org.springframework.stereotype.Component;

/** The steps of {@code CrossCheck}, from the comparison to the leads' signature. */
@Component("crossCheckSteps")
public class CrossCheckSteps {

  private static final String UNLOCATED_LABEL = "未能定位小区的人员";

  private final Districts districts;
  private final CrossChecks crossChecks;
  private final ClericalReviews reviews;
  private final Figures figures;
  private final CrossCheckRecord record;
  private final AreaRechecks areas;
  private final Registrations registrations;
  private final RequestLedger requests;
  private final RuntimeService runtime;
  private final Signatures signatures;
  private final TaskDoers doers;

  CrossCheckSteps(
      Districts districts,
      CrossChecks crossChecks,
      ClericalReviews reviews,
      Figures figures,
      CrossCheckRecord record,
      AreaRechecks areas,
      Registrations registrations,
      RequestLedger requests,
      RuntimeService runtime,
      Signatures signatures,
      TaskDoers doers) {
    this.districts = districts;
    this.crossChecks = crossChecks;
    this.reviews = reviews;
    this.figures = figures;
    this.record = record;
    this.areas = areas;
    this.registrations = registrations;
    this.requests = requests;
    this.runtime = runtime;
    this.signatures = signatures;
    this.doers = doers;
  }

  /** Compares the frozen registrations with every register that was received. */
  public void compare(DelegateExecution execution) {
    CrossChecks.Compared compared = crossChecks.compare(censusId(execution));
    execution.setVariable("comparedRows", compared.censusRows());
    execution.setVariable("registerRows", compared.registerRows());
    execution.setVariable("findingCount", compared.findings());
    execution.setVariable("reviewPairCount", reviews.undecided(censusId(execution)));
  }

  /** Compares again with what people have decided about doubtful pairs. */
  public void applyVerdicts(DelegateExecution execution) {
    execution.setVariable("verdictCount", crossChecks.applyVerdicts(censusId(execution)));
    execution.setVariable("findingCount", crossChecks.compared(censusId(execution)).findings());
  }

  /** Asks the decision table what each pattern means and makes the differences. */
  public void makeDifferences(DelegateExecution execution) {
    execution.setVariable("differenceCount", crossChecks.makeDifferences(censusId(execution)));
    countOpenBlocks(execution);
  }

  private void countOpenBlocks(DelegateExecution execution) {
    execution.setVariable("openBlockCount", areas.withOpenDifferences(censusId(execution)));
  }

  /** Starts one instance of {@code AreaRecheck} for every block with open differences. */
  public void startRechecks(DelegateExecution execution) {
    String censusId = censusId(execution);
    Map<String, Block> blocks = new HashMap<>();
    registrations.blocks(censusId).forEach(block -> blocks.put(block.code(), block));
    List<AreaRechecks.Area> due = areas.notStarted(censusId);
    for (AreaRechecks.Area area : due) {
      areas.started(censusId, area);
      Block block = blocks.get(area.block());
      runtime
          .createProcessInstanceByKey(AreaRecheckProcess.KEY)
          .businessKey(censusId + "/" + area.block())
          .setVariable("district", district(execution).id())
          .setVariable("censusId", censusId)
          .setVariable("block", area.block())
          .setVariable("blockLabel", block == null ? UNLOCATED_LABEL : block.label())
          .setVariable("taskSubject", block == null ? UNLOCATED_LABEL : block.label())
          .setVariable("subdistrict", block == null ? "" : block.subdistrict())
          .execute();
    }
    execution.setVariable("recheckCount", due.size());
  }

  /** Marks the reminder on the open rechecks, where the officers see it. */
  public void remindRechecks(DelegateExecution execution) {
    String pattern = censusId(execution) + "/%";
    runtime
        .createProcessInstanceQuery()
        .processDefinitionKey(AreaRecheckProcess.KEY)
        .processInstanceBusinessKeyLike(pattern)
        .list()
        .forEach(instance -> runtime.setVariable(instance.getId(), "reminded", true));
  }

  /** Sets what the acceptance gate decides on, and puts the departments' signatures on record. */
  public void measureAcceptance(DelegateExecution execution) {
    String censusId = censusId(execution);
    District district = district(execution);
    signatures.keepOfUnits(execution);
    Figures.Standing standing = figures.standing(censusId);
    List<RecordRequest> missing =
        requests.ofCensus(censusId).stream()
            .filter(request -> request.status() == RecordRequest.Status.MISSING)
            .toList();
    int unsigned = signatures.missing(execution, district);
    double limit = district.thresholds().openShare();
    execution.setVariable("openShare", standing.openShare());
    execution.setVariable("openShareLimit", limit);
    execution.setVariable("returnedBlocks", standing.returned() == 0 ? 0 : standing.openBlocks());
    execution.setVariable("missingDeliveries", missing.size());
    execution.setVariable("unsignedFigures", unsigned);
    countOpenBlocks(execution);
    execution.setVariable(
        "acceptanceFigures",
        String.format(
            Locale.ROOT,
            "差异 %d 条，已办结 %d 条，未办结 %d 条（%.2f%%，限额 %.2f%%）；部门未交付 %d 种资料；部门未签认 %d 家。",
            standing.differences(),
            standing.settled(),
            standing.remaining(),
            standing.openShare() * 100,
            limit * 100,
            missing.size(),
            unsigned));
  }

  /** The leads let the cross-check pass below the limits; their reason stays with the report. */
  public void recordOverride(DelegateExecution execution) {
    execution.setVariable("overrideReason", execution.getVariable("shortfallReason"));
  }

  /** Sums up the figures that the report starts from. */
  public void report(DelegateExecution execution) {
    String censusId = censusId(execution);
    Figures.Standing standing = figures.standing(censusId);
    StringBuilder classes = new StringBuilder();
    figures.byClass(censusId).stream()
        .filter(c -> c.found() > 0)
        .forEach(
            c ->
                classes.append(c.difference().label()).append(' ').append(c.found()).append(" 条；"));
    execution.setVariable(
        "reportFigures",
        String.format(
            Locale.ROOT,
            "共比对登记 %s 行、部门记录 %s 行，发现差异 %d 条，已办结 %d 条，未办结 %d 条。其中：%s",
            execution.getVariable("comparedRows"),
            execution.getVariable("registerRows"),
            standing.differences(),
            standing.settled(),
            standing.remaining(),
            classes));
  }

  /** Files the signed report. */
  public void archive(DelegateExecution execution) {
    String censusId = censusId(execution);
    record.keepReport(
        censusId,
        new CrossCheckRecord.Report(
            text(execution, "reportText"),
            doers.last(execution, CrossCheckReportProcess.DRAFT_REPORT),
            text(execution, "overrideReason")));
    signatures.keepOfLeads(execution);
  }

  private District district(DelegateExecution execution) {
    return districts.require(execution.getTenantId());
  }

  private static String censusId(DelegateExecution execution) {
    return TaskOrigin.text(execution, "censusId");
  }

  private static String text(DelegateExecution execution, String name) {
    return (String) execution.getVariable(name);
  }
}
