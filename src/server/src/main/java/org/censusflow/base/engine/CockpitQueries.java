package org.censusflow.base.engine;

import org.camunda.bpm.cockpit.Cockpit;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.context.Context;
import org.springframework.boot.web.servlet.context.ServletWebServerInitializedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Cockpit asks the database by itself, with a copy of the engine's settings that lacks one: here as
 * there whoever calls gets the exception, and a query that makes no sense is no error in the log.
 */
@Component
class CockpitQueries {

  private final ProcessEngine engine;

  CockpitQueries(ProcessEngine engine) {
    this.engine = engine;
  }

  @EventListener(ServletWebServerInitializedEvent.class)
  void logLikeTheEngine() {
    Cockpit.getCommandExecutor(engine.getName())
        .executeCommand(
            command -> {
              Context.getProcessEngineConfiguration().setEnableCmdExceptionLogging(false);
              return null;
            });
  }
}
