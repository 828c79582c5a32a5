package org.censusflow.base.access.workflow;

import java.util.List;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Resource;

/** Permissions of a group on a resource, or on all of its kind ({@code *}). */
record Grant(String group, Resource resource, String id, List<Permission> permissions) {

  static final String ANY = "*";

  static Grant of(String group, Resource resource, String id, Permission... permissions) {
    return new Grant(group, resource, id, List.of(permissions));
  }

  /** What makes a grant the only one of its sort in the engine. */
  String key() {
    return resource.resourceType() + " " + id + " " + group;
  }
}
