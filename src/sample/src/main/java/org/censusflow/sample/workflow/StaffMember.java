package org.censusflow.sample.workflow;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.camunda.bpm.engine.IdentityService;
import org.censusflow.base.access.Caller;

/** One sample member of staff, acting with their own rights only. */
record StaffMember(String user, Set<String> groups, String district, IdentityService identities) {

  /**
   * Does something as this person: the engine checks this person's rights, as it would for them in
   * Tasklist.
   */
  <T> T act(Supplier<T> action) {
    identities.setAuthentication(user, new ArrayList<>(groups), List.of(district));
    try {
      return action.get();
    } finally {
      identities.clearAuthentication();
    }
  }

  Caller caller() {
    return new Caller(user, groups, Set.of(district));
  }
}
