package org.censusflow.base.task;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.authorization.TaskPermissions;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.impl.cfg.auth.DefaultAuthorizationProvider;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationEntity;
import org.camunda.bpm.engine.task.Task;
import org.censusflow.base.district.District;
import org.censusflow.base.district.Districts;
import org.springframework.stereotype.Component;

/**
 * Lets a subdistrict's office see the tasks of its own enumerators and supervisors, which it
 * reassigns and urges. It sees that the task is there, and does not work on it.
 */
@Component
public class StaffTaskRights extends DefaultAuthorizationProvider {

  private final Districts districts;

  StaffTaskRights(Districts districts) {
    this.districts = districts;
  }

  @Override
  public AuthorizationEntity[] newTaskGroupIdentityLink(Task task, String group, String type) {
    AuthorizationEntity[] own = super.newTaskGroupIdentityLink(task, group, type);
    String office = task.getTenantId() == null ? null : office(task);
    if (office == null || office.equals(group)) {
      return own;
    }
    AuthorizationEntity seen =
        createOrUpdateAuthorization(
            task, null, office, Resources.TASK, false, TaskPermissions.READ);
    return Stream.concat(Stream.of(own), Stream.of(seen)).toArray(AuthorizationEntity[]::new);
  }

  /** The one whose own people all the task's groups are; null when others may do it as well. */
  private String office(Task task) {
    District district = districts.require(task.getTenantId());
    Set<String> groups = TaskGroups.ofModel((DelegateTask) task);
    Set<String> offices = new HashSet<>();
    groups.forEach(group -> offices.add(FieldStaff.office(district, group)));
    return offices.size() == 1 ? offices.iterator().next() : null;
  }
}
