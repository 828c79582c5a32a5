package org.censusflow.delivery.workflow;

import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.springframework.stereotype.Component;

/**
 * Runs what the program itself does in the engine while a department's request is being answered.
 * The department has no right to move processes, nor should it.
 */
@Component
class SystemRights {

  private final IdentityService identities;

  SystemRights(IdentityService identities) {
    this.identities = identities;
  }

  void run(Runnable work) {
    Authentication caller = identities.getCurrentAuthentication();
    identities.clearAuthentication();
    try {
      work.run();
    } finally {
      if (caller != null) {
        identities.setAuthentication(caller);
      }
    }
  }
}
