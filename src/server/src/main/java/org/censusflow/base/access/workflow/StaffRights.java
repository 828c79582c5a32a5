package org.censusflow.base.access.workflow;

import static org.camunda.bpm.engine.authorization.Resources.APPLICATION;
import static org.camunda.bpm.engine.authorization.Resources.DECISION_DEFINITION;
import static org.camunda.bpm.engine.authorization.Resources.DECISION_REQUIREMENTS_DEFINITION;
import static org.camunda.bpm.engine.authorization.Resources.PROCESS_DEFINITION;
import static org.camunda.bpm.engine.authorization.Resources.PROCESS_INSTANCE;
import static org.camunda.bpm.engine.authorization.Resources.TASK;
import static org.censusflow.base.access.workflow.Grant.ANY;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.ProcessInstancePermissions;
import org.camunda.bpm.engine.authorization.TaskPermissions;
import org.censusflow.base.district.Group;
import org.censusflow.base.district.GroupKind;

/**
 * What each kind of group may do, and no more. The rights on a task come from the engine when it
 * becomes a group's candidate. Grants know no tenants: the engine's tenant check keeps what {@code
 * *} reaches inside the district.
 */
final class StaffRights {

  private StaffRights() {}

  /**
   * @param starters process to the kinds of groups that may start it
   */
  static List<Grant> of(Group group, Map<String, Set<String>> starters) {
    List<Grant> grants = new ArrayList<>();
    grants.add(Grant.of(group.id(), APPLICATION, "tasklist", Permissions.ACCESS));
    addDefinitions(group, grants);
    addStarts(group, starters, grants);
    if (group.kind() == GroupKind.CENSUS_LEADS) {
      addCockpit(group.id(), grants);
    }
    return grants;
  }

  /** Everyone sees the models, which hold no data; the office sees all its district's tasks. */
  private static void addDefinitions(Group group, List<Grant> grants) {
    grants.add(
        switch (group.kind()) {
          case CENSUS_LEADS ->
              Grant.of(
                  group.id(),
                  PROCESS_DEFINITION,
                  ANY,
                  ProcessDefinitionPermissions.READ,
                  ProcessDefinitionPermissions.READ_TASK,
                  ProcessDefinitionPermissions.READ_INSTANCE,
                  ProcessDefinitionPermissions.READ_HISTORY);
          case CENSUS_OFFICE ->
              Grant.of(
                  group.id(),
                  PROCESS_DEFINITION,
                  ANY,
                  ProcessDefinitionPermissions.READ,
                  ProcessDefinitionPermissions.READ_TASK);
          default ->
              Grant.of(group.id(), PROCESS_DEFINITION, ANY, ProcessDefinitionPermissions.READ);
        });
  }

  /** Both are needed to start: on the definition, and to make instances at all. */
  private static void addStarts(
      Group group, Map<String, Set<String>> starters, List<Grant> grants) {
    String kind = group.kind().name().toLowerCase(Locale.ROOT).replace('_', '-');
    int before = grants.size();
    starters.forEach(
        (process, kinds) -> {
          if (kinds.contains(kind)) {
            grants.add(
                Grant.of(
                    group.id(),
                    PROCESS_DEFINITION,
                    process,
                    ProcessDefinitionPermissions.CREATE_INSTANCE));
          }
        });
    if (grants.size() > before) {
      grants.add(Grant.of(group.id(), PROCESS_INSTANCE, ANY, ProcessInstancePermissions.CREATE));
    }
  }

  /** The leads watch in Cockpit; they change nothing there. */
  private static void addCockpit(String group, List<Grant> grants) {
    grants.add(Grant.of(group, APPLICATION, "cockpit", Permissions.ACCESS));
    grants.add(
        Grant.of(group, DECISION_DEFINITION, ANY, Permissions.READ, Permissions.READ_HISTORY));
    grants.add(Grant.of(group, DECISION_REQUIREMENTS_DEFINITION, ANY, Permissions.READ));
    grants.add(Grant.of(group, TASK, ANY, TaskPermissions.READ));
  }
}
