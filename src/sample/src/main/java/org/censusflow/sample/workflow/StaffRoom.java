package org.censusflow.sample.workflow;

import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.IdentityService;
import org.censusflow.sample.SampleAccounts;
import org.springframework.stereotype.Component;

/** The sample staff of a district. */
@Component
class StaffRoom {

  private final SampleAccounts accounts;
  private final IdentityService identities;

  StaffRoom(SampleAccounts accounts, IdentityService identities) {
    this.accounts = accounts;
    this.identities = identities;
  }

  List<StaffMember> of(String district) {
    return accounts.ofDistrict(district).stream()
        .map(
            account ->
                new StaffMember(account.user(), Set.copyOf(account.groups()), district, identities))
        .toList();
  }
}
