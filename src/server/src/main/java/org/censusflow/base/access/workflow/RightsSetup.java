package org.censusflow.base.access.workflow;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Resource;
import org.springframework.stereotype.Component;

/** Makes the grants that are missing; what an administrator granted beyond them stays. */
@Component
class RightsSetup {

  private final AuthorizationService authorizations;

  RightsSetup(AuthorizationService authorizations) {
    this.authorizations = authorizations;
  }

  /**
   * @return how many grants were made or widened
   */
  int ensure(List<Grant> grants) {
    Map<String, Authorization> existing = existing(grants);
    int changed = 0;
    for (Grant grant : grants) {
      changed += ensure(grant, existing.get(grant.key())) ? 1 : 0;
    }
    return changed;
  }

  private boolean ensure(Grant grant, Authorization existing) {
    Authorization authorization = existing == null ? create(grant) : existing;
    List<Permission> missing =
        grant.permissions().stream()
            .filter(permission -> !authorization.isPermissionGranted(permission))
            .toList();
    if (missing.isEmpty()) {
      return false;
    }
    missing.forEach(authorization::addPermission);
    authorizations.saveAuthorization(authorization);
    return true;
  }

  private Authorization create(Grant grant) {
    Authorization authorization =
        authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
    authorization.setGroupId(grant.group());
    authorization.setResource(grant.resource());
    authorization.setResourceId(grant.id());
    return authorization;
  }

  /** One query for each kind of resource: the table also holds every candidate's task. */
  private Map<String, Authorization> existing(List<Grant> grants) {
    String[] groups = grants.stream().map(Grant::group).distinct().toArray(String[]::new);
    Map<Integer, Resource> resources =
        grants.stream()
            .map(Grant::resource)
            .collect(
                Collectors.toMap(Resource::resourceType, Function.identity(), (one, two) -> one));
    Map<String, Authorization> existing = new HashMap<>();
    for (Resource resource : resources.values()) {
      authorizations
          .createAuthorizationQuery()
          .groupIdIn(groups)
          .resourceType(resource)
          .authorizationType(Authorization.AUTH_TYPE_GRANT)
          .list()
          .forEach(
              it ->
                  existing.put(
                      new Grant(it.getGroupId(), resource, it.getResourceId(), List.of()).key(),
                      it));
    }
    return existing;
  }
}
