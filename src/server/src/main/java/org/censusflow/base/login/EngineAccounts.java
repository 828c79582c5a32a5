package org.censusflow.base.login;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.Tenant;
import org.censusflow.base.access.Caller;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;

/**
 * Checks a name and password against the engine's accounts and turns an account into a {@link
 * Caller}.
 */
public class EngineAccounts implements AuthenticationProvider {

  private final IdentityService identities;
  private final LoginAudit audit;

  public EngineAccounts(IdentityService identities, LoginAudit audit) {
    this.identities = identities;
    this.audit = audit;
  }

  @Override
  public Authentication authenticate(Authentication request) {
    String user = request.getName();
    Object password = request.getCredentials();
    if (password == null || !identities.checkPassword(user, password.toString())) {
      audit.failed(user);
      throw new BadCredentialsException("Unknown account or wrong password");
    }
    audit.called(user);
    return authenticated(user);
  }

  Authentication authenticated(String user) {
    return UsernamePasswordAuthenticationToken.authenticated(caller(user), null, List.of());
  }

  public Caller caller(String user) {
    Set<String> groups =
        identities.createGroupQuery().groupMember(user).list().stream()
            .map(Group::getId)
            .collect(Collectors.toSet());
    Set<String> tenants =
        identities.createTenantQuery().userMember(user).includingGroupsOfUser(true).list().stream()
            .map(Tenant::getId)
            .collect(Collectors.toSet());
    return new Caller(user, groups, tenants);
  }

  @Override
  public boolean supports(Class<?> authentication) {
    return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
  }
}
