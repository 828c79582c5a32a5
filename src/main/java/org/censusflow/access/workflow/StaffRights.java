package org.censusflow.access.workflow;

import static org.camunda.bpm.engine.authorization.Resources.APPLICATION;
import static org.camunda.bpm.engine.authorization.Resources.DECISION_DEFINITION;
import static org.camunda.bpm.engine.authorization.Resources.DECISION_REQUIREMENTS_DEFINITION;
import static org.camunda.bpm.engine.authorization.Resources.PROCESS_DEFINITION;
import static org.camunda.bpm.engine.authorization.Resources.PROCESS_INSTANCE;
import static org.camunda.bpm.engine.authorization.Resources.TASK;
import static org.censusflow.access.workflow.Grant.ANY;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.ProcessInstancePermissions;
import org.camunda.bpm.engine.authorization.TaskPermissions;
import org.censusflow.district.Group;
import org.censusflow.district.GroupKind;

/**
 * What each kind of group may do, and no more. The rights on a task come from the engine when it
 * becomes a group's candidate. Grants know no tenants: the engine's tenant check keeps what {@code
 * *} reaches inside the district.
 */
final class StaffRights {

  private static final Set<GroupKind> ASKERS =
      EnumSet.of(
          GroupKind.CENSUS_OFFICE,
          GroupKind.CENSUS_LEADS,
          GroupKind.UNIT,
          GroupKind.SUBDISTRICT_OFFICE);

  /** The processes that people start themselves, and who may. */
  private static final Map<String, Set<GroupKind>> STARTERS =
      Map.of(
          "PolicyQuestion",
          ASKERS,
          "Census",
          EnumSet.of(GroupKind.CENSUS_LEADS),
          "UnitPlan",
          EnumSet.of(GroupKind.UNIT),
          "SubdistrictSetup",
          EnumSet.of(GroupKind.SUBDISTRICT_OFFICE),
          "Funding",
          EnumSet.of(GroupKind.CENSUS_OFFICE),
          "Staffing",
          EnumSet.of(GroupKind.SUBDISTRICT_OFFICE),
          "LeadingGroupMeeting",
          EnumSet.of(GroupKind.CENSUS_OFFICE, GroupKind.CENSUS_LEADS, GroupKind.LEADING_GROUP),
          "Inspection",
          EnumSet.of(GroupKind.CENSUS_OFFICE, GroupKind.CENSUS_LEADS, GroupKind.UNIT),
          // The office takes reports in: who starts an instance stays in its history.
          "Violation",
          EnumSet.of(GroupKind.CENSUS_OFFICE),
          "Publicity",
          EnumSet.of(GroupKind.CENSUS_OFFICE));

  private StaffRights() {}

  static List<Grant> of(Group group) {
    List<Grant> grants = new ArrayList<>();
    grants.add(Grant.of(group.id(), APPLICATION, "tasklist", Permissions.ACCESS));
    addDefinitions(group, grants);
    addStarts(group, grants);
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
  private static void addStarts(Group group, List<Grant> grants) {
    int before = grants.size();
    STARTERS.forEach(
        (process, kinds) -> {
          if (kinds.contains(group.kind())) {
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
