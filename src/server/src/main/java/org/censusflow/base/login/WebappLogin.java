package org.censusflow.base.login;

import jakarta.servlet.http.HttpSession;
import java.util.Optional;
import org.camunda.bpm.webapp.impl.security.auth.AuthenticationUtil;
import org.camunda.bpm.webapp.impl.security.auth.Authentications;
import org.camunda.bpm.webapp.impl.security.auth.UserAuthentication;

/** Who is logged in to Tasklist, Cockpit or Admin. */
public final class WebappLogin {

  private static final String ENGINE = "default";

  private WebappLogin() {}

  /**
   * @param session null without one
   * @return the account's id
   */
  public static Optional<String> of(HttpSession session) {
    Authentications logins =
        session == null ? null : AuthenticationUtil.getAuthsFromSession(session);
    UserAuthentication login =
        logins == null
            ? null
            : (UserAuthentication) logins.getAuthenticationForProcessEngine(ENGINE);
    return Optional.ofNullable(login).map(UserAuthentication::getIdentityId);
  }
}
