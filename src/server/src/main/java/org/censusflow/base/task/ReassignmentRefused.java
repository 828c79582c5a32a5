package org.censusflow.base.task;

/** A task that may not be reassigned in this way. The message is Chinese and says what to do. */
class ReassignmentRefused extends RuntimeException {

  private static final long serialVersionUID = 1L;

  ReassignmentRefused(String message) {
    super(message);
  }
}
