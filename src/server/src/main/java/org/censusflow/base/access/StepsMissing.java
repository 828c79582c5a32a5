package org.censusflow.base.access;

/**
 * Something is to become final without the people who have to agree on it. Staff cannot cause it
 * with their forms: somebody began a process in its middle, or changed it there.
 */
public class StepsMissing extends IllegalStateException {

  private static final long serialVersionUID = 1L;

  /**
   * @param matter the process instance
   * @param fault in English, for the log
   */
  public StepsMissing(String matter, String step, String fault) {
    super("CF-E161 Matter %s: step %s %s".formatted(matter, step, fault));
  }
}
