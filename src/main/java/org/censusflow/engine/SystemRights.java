package org.censusflow.engine;

import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.springframework.stereotype.Component;

/**
 * Runs what the program itself does in the engine while somebody's request is being answered.
 * Whoever hands something in has no right to start or move processes, nor should they.
 */
@Component
public class SystemRights {

  private final IdentityService identities;

  SystemRights(IdentityService identities) {
    this.identities = identities;
  }

  public void run(Runnable work) {
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
