package org.censusflow.base.access.workflow;

import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.censusflow.base.access.Administrator;
import org.springframework.stereotype.Component;

/**
 * The engine's rule for passwords. Asks for the administrator so that a missing one stops the start
 * before the engine makes its tables.
 */
@Component
class AccountRules extends AbstractProcessEnginePlugin {

  AccountRules(Administrator administrator) {
    // Named for its order of creation only, see above.
  }

  @Override
  public void preInit(ProcessEngineConfigurationImpl configuration) {
    configuration.setEnablePasswordPolicy(true);
  }
}
