package org.censusflow.mapping.dispute.workflow;

import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.censusflow.base.district.CensusRegister;
import org.censusflow.base.district.District;
import org.censusflow.base.district.Districts;
import org.censusflow.base.district.Subdistrict;
import org.censusflow.base.form.FormValues;
import org.censusflow.base.process.mapping.BoundaryDisputeProcess;
import org.censusflow.base.task.TaskDoers;
import org.censusflow.mapping.dispute.BoundaryDisputes;
import org.censusflow.mapping.dispute.BoundaryDisputes.How;
import org.censusflow.mapping.dispute.BoundaryStatements;
import org.censusflow.mapping.dispute.BoundaryStatements.Role;
import org.censusflow.mapping.dispute.BoundaryStatements.Statement;
import org.censusflow.mapping.dispute.DecidedBoundary;
import org.springframework.stereotype.Component;

/** The steps of {@code BoundaryDispute}. */
@Component("boundarySteps")
public class BoundarySteps {

  /** Who is asked about a boundary, where the district has them. */
  private static final List<String> CONSULTED = List.of("civil-affairs", "natural-resources");

  private final Districts districts;
  private final CensusRegister censuses;
  private final BoundaryDisputes disputes;
  private final BoundaryStatements statements;
  private final Raisers raisers;
  private final TaskDoers doers;

  BoundarySteps(
      Districts districts,
      CensusRegister censuses,
      BoundaryDisputes disputes,
      BoundaryStatements statements,
      Raisers raisers,
      TaskDoers doers) {
    this.districts = districts;
    this.censuses = censuses;
    this.disputes = disputes;
    this.statements = statements;
    this.raisers = raisers;
    this.doers = doers;
  }

  public void register(DelegateExecution execution) {
    District district = district(execution);
    String raisedBy = FormValues.text(execution, "raisedBy");
    censuses.open(district);
    long number =
        disputes.register(
            key(execution),
            district.census().id(),
            district.id(),
            new BoundaryDisputes.Raised(
                FormValues.text(execution, "disputeKind"),
                FormValues.text(execution, "disputeSubject"),
                FormValues.text(execution, "disputePlace"),
                FormValues.text(execution, "disputeText"),
                raisedBy));
    execution.setVariable("disputeNumber", number);
    execution.setVariable("district", district.id());
    execution.setVariable("censusId", district.census().id());
    execution.setVariable("raisedByName", raisers.name(district, raisedBy));
    execution.setVariable("taskSubject", FormValues.text(execution, "disputeSubject"));
    execution.setVariable("sideOptions", options(district.subdistricts()));
    // The forms show these lines before anybody has written them.
    execution.setVariable("positionSummary", "");
    execution.setVariable("boundaryOpinionSummary", "");
  }

  private static Object options(List<Subdistrict> subdistricts) {
    return FormValues.options(subdistricts, Subdistrict::name, Subdistrict::key);
  }

  public void refer(DelegateExecution execution) {
    disputes.refer(key(execution), FormValues.text(execution, "acceptReason"));
  }

  /** Keeps the interim rule, and lets the forms offer the two sides. */
  public void announceInterim(DelegateExecution execution) {
    disputes.accept(
        key(execution),
        new BoundaryDisputes.Acceptance(
            FormValues.text(execution, "firstSide"),
            FormValues.text(execution, "secondSide"),
            FormValues.text(execution, "actualAdministration"),
            Boolean.TRUE.equals(execution.getVariable("residentsThere")),
            FormValues.text(execution, "acceptReason")),
        FormValues.text(execution, "interimSide"),
        FormValues.text(execution, "interimRule"));
    District district = district(execution);
    List<Subdistrict> sides = sides(execution).stream().map(district::subdistrict).toList();
    execution.setVariable("partyOptions", options(sides));
    execution.setVariable(
        "interimRule",
        FormValues.text(execution, "interimRule")
            .replace("甲方", sides.get(0).name())
            .replace("乙方", sides.get(1).name()));
  }

  /** Keys of the two subdistricts. */
  public List<String> sides(DelegateExecution execution) {
    return List.of(
        FormValues.text(execution, "firstSide"), FormValues.text(execution, "secondSide"));
  }

  /** Keys of the units to ask. */
  public List<String> units(DelegateExecution execution) {
    District district = district(execution);
    return CONSULTED.stream().filter(unit -> district.findUnit(unit).isPresent()).toList();
  }

  public void recordPosition(DelegateExecution execution) {
    String side = side(execution);
    String claim = FormValues.text(execution, "positionClaim");
    statements.state(
        key(execution),
        new Statement(
            Role.SIDE,
            side,
            null,
            claim,
            FormValues.text(execution, "positionEvidence"),
            FormValues.number(execution, "positionHouseholds")),
        doers.last(execution, BoundaryDisputeProcess.STATE_POSITION));
    note(execution, "positionSummary", name(execution, side), claim);
  }

  public void recordPositionSilence(DelegateExecution execution) {
    statements.recordSilence(key(execution), Role.SIDE, side(execution));
    note(execution, "positionSummary", name(execution, side(execution)), "逾期未陈述");
  }

  public void recordOpinion(DelegateExecution execution) {
    String unit = FormValues.text(execution, "unit");
    String opinion = FormValues.text(execution, "boundaryOpinion");
    statements.state(
        key(execution),
        new Statement(
            Role.UNIT, unit, null, opinion, FormValues.text(execution, "opinionBasis"), null),
        doers.last(execution, BoundaryDisputeProcess.GIVE_BOUNDARY_OPINION));
    note(execution, "boundaryOpinionSummary", district(execution).unit(unit).name(), opinion);
  }

  public void recordOpinionSilence(DelegateExecution execution) {
    String unit = FormValues.text(execution, "unit");
    statements.recordSilence(key(execution), Role.UNIT, unit);
    note(execution, "boundaryOpinionSummary", district(execution).unit(unit).name(), "逾期未复");
  }

  /** Collects what was said for whoever mediates or decides. */
  private static void note(DelegateExecution execution, String variable, String who, String said) {
    Object before = execution.getProcessInstance().getVariable(variable);
    String line = "- " + who + "：" + said;
    boolean first = before == null || before.toString().isEmpty();
    execution.getProcessInstance().setVariable(variable, first ? line : before + "\n" + line);
  }

  public void remind(DelegateExecution execution) {
    disputes.remind(key(execution));
  }

  /** Name of the subdistrict that counts the plot from now on. */
  public String countingName(DelegateExecution execution) {
    return name(execution, FormValues.text(execution, "countingSide"));
  }

  public void recordSignature(DelegateExecution execution) {
    boolean agrees = "approve".equals(execution.getVariable("agreementDecision"));
    statements.state(
        key(execution),
        new Statement(
            Role.SIGNATURE,
            side(execution),
            agrees,
            FormValues.text(execution, "agreementReason"),
            null,
            null),
        doers.last(execution, BoundaryDisputeProcess.SIGN_AGREEMENT));
  }

  public boolean bothAgree(DelegateExecution execution) {
    return statements.bothAgree(key(execution));
  }

  /** Keeps the boundary that both sides agreed to or the leading group decided. */
  public void recordDecision(DelegateExecution execution) {
    disputes.mediate(key(execution), FormValues.text(execution, "mediationReason"));
    String decidedBy = doers.last(execution, BoundaryDisputeProcess.DECIDE_DISPUTE);
    boolean decided = FormValues.text(execution, "boundaryBasis", null) != null;
    var taken =
        disputes.decide(
            key(execution),
            decided ? How.LEADING_GROUP : How.AGREEMENT,
            new DecidedBoundary(
                disputes.number(key(execution)),
                district(execution).census().id(),
                FormValues.text(execution, "boundaryLine"),
                FormValues.text(execution, "countingSide"),
                FormValues.text(execution, "targetBlock", null),
                buildings(execution),
                FormValues.text(execution, decided ? "boundaryBasis" : "mediationReason"),
                decided
                    ? decidedBy
                    : doers.last(execution, BoundaryDisputeProcess.MEDIATE_DISPUTE)));
    execution.setVariable("countingName", countingName(execution));
    execution.setVariable("boundaryTaken", taken.note());
  }

  private static List<String> buildings(DelegateExecution execution) {
    return FormValues.codes(execution, "disputedBuildings").stream().distinct().toList();
  }

  public void publish(DelegateExecution execution) {
    disputes.publish(key(execution));
  }

  public void recordAcknowledgement(DelegateExecution execution) {
    statements.state(
        key(execution),
        new Statement(
            Role.READER, side(execution), true, FormValues.text(execution, "followUp"), null, null),
        doers.last(execution, BoundaryDisputeProcess.ACKNOWLEDGE_BOUNDARY));
  }

  public void recordUnread(DelegateExecution execution) {
    statements.recordSilence(key(execution), Role.READER, side(execution));
  }

  private String name(DelegateExecution execution, String subdistrict) {
    return district(execution).subdistrict(subdistrict).name();
  }

  private static String side(DelegateExecution execution) {
    return FormValues.text(execution, "subdistrict");
  }

  private District district(DelegateExecution execution) {
    return districts.require(execution.getTenantId());
  }

  private static String key(DelegateExecution execution) {
    return execution.getProcessInstanceId();
  }
}
