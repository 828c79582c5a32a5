package org.censusflow.base.task;

import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.censusflow.base.engine.TaskRefused;
import org.censusflow.base.engine.WorkRefused;

/**
 * Hands the officer our own words when a task is refused. The engine wraps whatever a task listener
 * throws into a technical error of its own, which Tasklist would show and REST would answer with
 * status 500.
 */
class TaskRefusalInterceptor extends CommandInterceptor {

  @Override
  public <T> T execute(Command<T> command) {
    try {
      return next.execute(command);
    } catch (ProcessEngineException e) {
      for (Throwable cause = e; cause != null; cause = cause.getCause()) {
        if (cause instanceof TaskRefused refused) {
          throw refused;
        }
        if (cause instanceof WorkRefused refused) {
          throw refused;
        }
      }
      throw e;
    }
  }
}
