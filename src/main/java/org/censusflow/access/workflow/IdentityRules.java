package org.censusflow.access.workflow;

import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.censusflow.access.Administrator;
import org.springframework.stereotype.Component;

/**
 * The engine's rules for names and passwords. Asks for the administrator so that a missing one
 * stops the start before the engine makes its tables.
 */
@Component
class IdentityRules extends AbstractProcessEnginePlugin {

  /** The engine allows letters and digits only, but our keys are joined by hyphens. */
  private static final String NAMES = "[a-zA-Z0-9]+(-[a-zA-Z0-9]+)*";

  IdentityRules(Administrator administrator) {
    // Named for its order of creation only, see above.
  }

  @Override
  public void preInit(ProcessEngineConfigurationImpl configuration) {
    configuration.setGeneralResourceWhitelistPattern(NAMES);
    configuration.setEnablePasswordPolicy(true);
  }
}
