package org.censusflow.base.access;

import java.util.Set;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;

/**
 * The person or system on whose behalf something is done.
 *
 * @param user account id
 * @param groups ids of the groups that the account belongs to, such as {@code haicang-health}
 * @param districts the districts (tenants) that the account belongs to
 */
public record Caller(String user, Set<String> groups, Set<String> districts) {

  public Caller {
    groups = Set.copyOf(groups);
    districts = Set.copyOf(districts);
  }

  /**
   * The caller of the web request that runs now.
   *
   * @throws AccessDeniedException outside an authenticated request
   */
  public static Caller current() {
    Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
    if (authentication != null && authentication.getPrincipal() instanceof Caller caller) {
      return caller;
    }
    throw new AccessDeniedException("No authenticated caller");
  }

  public boolean inGroup(String group) {
    return groups.contains(group);
  }

  /**
   * @throws AccessDeniedException when the caller does not belong to the district
   */
  public void mustBelongTo(String district) {
    if (!districts.contains(district)) {
      throw new AccessDeniedException("Caller does not belong to the district");
    }
  }
}
