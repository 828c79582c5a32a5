package org.censusflow.base.engine;

import org.camunda.bpm.engine.impl.form.validator.FormFieldValidationException;

/**
 * A task that may not be completed as submitted. The message is Chinese and tells the officer what
 * to do. A fault of what was submitted, for which the engine's REST answers with status 400.
 */
public class TaskRefused extends FormFieldValidationException {

  private static final long serialVersionUID = 1L;

  public TaskRefused(String message) {
    super(null, message);
  }
}
