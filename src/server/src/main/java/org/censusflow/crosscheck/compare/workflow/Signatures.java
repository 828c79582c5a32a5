package org.censusflow.crosscheck.compare.workflow;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.censusflow.base.district.District;
import org.censusflow.base.district.Supply;
import org.censusflow.base.process.crosscheck.CrossCheckRechecksProcess;
import org.censusflow.base.process.crosscheck.CrossCheckReportProcess;
import org.censusflow.base.task.TaskDoers;
import org.censusflow.base.task.TaskOrigin;
import org.censusflow.crosscheck.compare.CrossCheckRecord;
import org.springframework.stereotype.Component;

/** Who signed what in a cross-check: the departments their figures, the leads the whole. */
@Component
class Signatures {

  private static final String SIGNED = "signed";

  private final CrossCheckRecord record;
  private final TaskDoers doers;

  Signatures(CrossCheckRecord record, TaskDoers doers) {
    this.record = record;
    this.doers = doers;
  }

  /** How many of the departments that compare have not signed. */
  int missing(DelegateExecution execution, District district) {
    int missing = 0;
    for (Unit unit : Unit.values()) {
      boolean compares =
          district.suppliesOf(unit.key).stream().anyMatch(s -> s.mode() == Supply.Mode.COMPARE);
      if (compares && !unit.signed(execution)) {
        missing++;
      }
    }
    return missing;
  }

  /** Puts the departments' signatures on record. */
  void keepOfUnits(DelegateExecution execution) {
    for (Unit unit : Unit.values()) {
      if (unit.signed(execution)) {
        String note = (String) execution.getVariable(unit.variable + "Note");
        keep(execution, unit.key, unit.task, note);
      }
    }
  }

  /** Puts the leads' signature under the report on record. */
  void keepOfLeads(DelegateExecution execution) {
    keep(execution, CrossCheckRecord.WHOLE, CrossCheckReportProcess.SIGN_REPORT, null);
  }

  private void keep(DelegateExecution execution, String of, String task, String note) {
    TaskDoers.Done signed = doers.lastDone(execution, task).orElseThrow();
    record.sign(TaskOrigin.text(execution, "censusId"), of, signed.user(), signed.at(), note);
  }

  /**
   * The departments that compare, with the task in which they sign and the variable that says
   * whether they did.
   */
  private enum Unit {
    PUBLIC_SECURITY(
        "public-security",
        CrossCheckRechecksProcess.SIGN_PUBLIC_SECURITY_FIGURES,
        "publicSecurityFigures"),
    HEALTH("health", CrossCheckRechecksProcess.SIGN_HEALTH_FIGURES, "healthFigures");

    private final String key;
    private final String task;
    private final String variable;

    Unit(String key, String task, String variable) {
      this.key = key;
      this.task = task;
      this.variable = variable;
    }

    private boolean signed(DelegateExecution execution) {
      return SIGNED.equals(execution.getVariable(variable));
    }
  }
}
