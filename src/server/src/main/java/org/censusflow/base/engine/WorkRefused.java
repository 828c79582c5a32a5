package org.censusflow.base.engine;

import org.camunda.bpm.engine.BadUserRequestException;

/**
 * An external task that may not be completed yet. The message is Chinese and tells the department
 * what to do; the engine's REST answers with status 400.
 */
public class WorkRefused extends BadUserRequestException {

  private static final long serialVersionUID = 1L;

  public WorkRefused(String message) {
    super(message);
  }
}
