package org.censusflow.registration.field.workflow;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.censusflow.registration.field.FieldFigures;
import org.censusflow.registration.field.Level;
import org.censusflow.registration.field.Progress;

/** What the decision table {@code RegistrationGate} asks for, at every level alike. */
public abstract class FieldGate {

  private final FieldInstance instance;
  private final Progress progress;

  FieldGate(FieldInstance instance, Progress progress) {
    this.instance = instance;
    this.progress = progress;
  }

  abstract Level level(DelegateExecution execution);

  abstract String code(DelegateExecution execution);

  FieldFigures current(DelegateExecution execution) {
    return progress.figures(FieldInstance.census(execution), level(execution), code(execution));
  }

  /** The figures as whoever accepts them reads them. */
  public String figures(DelegateExecution execution) {
    return current(execution).text() + "- 退回住户核实的疑问 %d 条没有办结\n".formatted(openQuestions(execution));
  }

  /** Whether the decision table lets the figures pass as they are at this moment. */
  boolean holds(DelegateExecution execution) {
    return GateTable.of(execution, instance.district(execution))
            .shortfall(current(execution), openQuestions(execution))
        == null;
  }

  public int openHouseholds(DelegateExecution execution) {
    return current(execution).openHouseholds();
  }

  /** Doubtful answers that have gone back to households and are not settled. */
  public int openQuestions(DelegateExecution execution) {
    return progress.openQuestions(
        FieldInstance.census(execution), level(execution), code(execution));
  }

  public double errorShare(DelegateExecution execution) {
    return current(execution).errorShare();
  }

  public double errorLimit(DelegateExecution execution) {
    return instance.district(execution).fieldWork().recheckErrorShare();
  }

  public double proxyShare(DelegateExecution execution) {
    return current(execution).proxyShare();
  }

  public double proxyLimit(DelegateExecution execution) {
    return instance.district(execution).fieldWork().proxyShare();
  }

  public double identityShare(DelegateExecution execution) {
    return current(execution).identityShare();
  }

  public double identityLimit(DelegateExecution execution) {
    return instance.district(execution).thresholds().identityNumberShare();
  }
}
