package org.censusflow.registration.field;

/** Asks the decision table what the outcome of a visit means for the household. */
public interface CloseOut {

  /**
   * @param status new status of the household; {@code NONE} when the outcome is not allowed yet
   * @param nextStep Chinese, what the enumerator does next or why not
   */
  record Step(String status, String nextStep) {}

  /**
   * @param attempts visits in vain, this one included
   * @param visits visits in vain after which others may be asked
   * @param informed whether it is said who knows about the household
   */
  Step decide(VisitOutcome outcome, int attempts, int visits, boolean informed);
}
