package org.censusflow.base.engine;

import java.util.function.Supplier;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * Asks the engine as the program itself. Whoever called has been checked by the module already; the
 * engine would show that person only their own tasks and nobody's account.
 */
@Component
public class AsProgram {

  private final IdentityService identities;

  /** Lazy, because the engine asks for its task rules while it starts. */
  AsProgram(@Lazy IdentityService identities) {
    this.identities = identities;
  }

  public <T> T run(Supplier<T> action) {
    Authentication caller = identities.getCurrentAuthentication();
    identities.clearAuthentication();
    try {
      return action.get();
    } finally {
      if (caller != null) {
        identities.setAuthentication(
            caller.getUserId(), caller.getGroupIds(), caller.getTenantIds());
      }
    }
  }
}
