package org.censusflow.engine;

import org.camunda.bpm.engine.BadUserRequestException;

/**
 * A task that may not be completed as submitted. The message is Chinese and tells the officer what
 * to do.
 */
public class TaskRefused extends BadUserRequestException {

  private static final long serialVersionUID = 1L;

  public TaskRefused(String message) {
    super(message);
  }
}
