package org.censusflow.base.task;

import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.IdentityLinkType;
import org.camunda.bpm.engine.task.Task;
import org.censusflow.base.access.AuditTrail;
import org.censusflow.base.access.Caller;
import org.censusflow.base.data.Moments;
import org.censusflow.base.district.District;
import org.censusflow.base.district.Districts;
import org.censusflow.base.district.GroupKind;
import org.censusflow.base.engine.AsProgram;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * A lead gives a task to another member of the groups that the model offers it to, or back to them
 * all, with a reason and on record: somebody falls ill, somebody may not check their own work. A
 * subdistrict's office does so for its own enumerators and supervisors.
 */
@Component
class TaskReassignments {

  private static final int LONGEST_REASON = 500;

  private final TaskService tasks;
  private final IdentityService identities;
  private final Districts districts;
  private final AuditTrail audit;
  private final AsProgram asProgram;
  private final ProcessEngine engine;
  private final JdbcClient jdbc;
  private final Clock clock;

  TaskReassignments(
      @Lazy TaskService tasks,
      @Lazy IdentityService identities,
      Districts districts,
      AuditTrail audit,
      AsProgram asProgram,
      @Lazy ProcessEngine engine,
      JdbcClient jdbc,
      Clock clock) {
    this.tasks = tasks;
    this.identities = identities;
    this.districts = districts;
    this.audit = audit;
    this.asProgram = asProgram;
    this.engine = engine;
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * An account that may do a task.
   *
   * @param name as staff know it
   */
  record Candidate(String user, String name) {}

  /**
   * @param assignee who has claimed the task; null for nobody
   */
  record Choices(String assignee, List<Candidate> candidates) {}

  /** To whom the task can be given; to nobody when it is not the caller's to reassign. */
  Choices choices(Caller caller, String taskId) {
    return asProgram.run(
        () -> {
          Task task = tasks.createTaskQuery().taskId(taskId).singleResult();
          List<String> groups = task == null ? List.of() : groups(taskId);
          if (task == null || !mayReassign(caller, task.getTenantId(), groups)) {
            return new Choices(null, List.of());
          }
          List<Candidate> candidates =
              groups.stream()
                  .flatMap(
                      group -> identities.createUserQuery().memberOfGroup(group).list().stream())
                  .map(
                      user ->
                          new Candidate(user.getId(), Objects.toString(user.getFirstName(), "")))
                  .distinct()
                  .sorted(Comparator.comparing(Candidate::user))
                  .toList();
          return new Choices(task.getAssignee(), candidates);
        });
  }

  /**
   * @param to the account that has to do the task now; null or empty for nobody yet
   * @throws AccessDeniedException when the task is not the caller's to reassign, or there is none
   * @throws ReassignmentRefused without a reason, or for an account of no group of the task's
   */
  @Transactional
  void reassign(Caller caller, String taskId, String to, String reason) {
    String given =
        asProgram.run(
            () -> {
              Task task = tasks.createTaskQuery().taskId(taskId).singleResult();
              List<String> groups = groupsToReassign(caller, task);
              String said = reason == null ? "" : reason.strip();
              if (said.isEmpty() || said.length() > LONGEST_REASON) {
                throw new ReassignmentRefused(
                    "CF-E156 请写明改派的理由，最多 " + LONGEST_REASON + " 字，不写个人信息。");
              }
              String next = to == null || to.isBlank() ? null : to.strip();
              if (next != null && groups.stream().noneMatch(group -> isMember(next, group))) {
                throw new ReassignmentRefused("CF-E156 只能改派给流程指定的单位或者人员：请从这些单位的账号中选择。");
              }
              tasks.setAssignee(taskId, next);
              record(caller, task, next, said);
              return next == null ? "交回候选单位" : "改派给" + named(next);
            });
    // In the caller's name, so that the record of the task tells it.
    note(caller, taskId, given + "：" + reason.strip());
  }

  private String named(String account) {
    User user = identities.createUserQuery().userId(account).singleResult();
    return Objects.toString(user.getFirstName(), "") + "（" + account + "）";
  }

  /** An office need not see a task any more that it has given to somebody. */
  private void note(Caller caller, String taskId, String text) {
    asProgram.run(
        () -> {
          identities.setAuthenticatedUserId(caller.user());
          try {
            return ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration())
                .getCommandExecutorTxRequired()
                .execute(
                    context ->
                        context.runWithoutAuthorization(
                            () -> tasks.createComment(taskId, null, text)));
          } finally {
            identities.clearAuthentication();
          }
        });
  }

  /** The groups of a task that the caller may reassign. */
  private List<String> groupsToReassign(Caller caller, Task task) {
    List<String> groups = task == null ? List.of() : groups(task.getId());
    if (task == null || !mayReassign(caller, task.getTenantId(), groups)) {
      throw new AccessDeniedException("No such task for the caller to reassign");
    }
    return groups;
  }

  private boolean mayReassign(Caller caller, String tenant, List<String> groups) {
    if (tenant == null || groups.isEmpty() || !caller.districts().contains(tenant)) {
      return false;
    }
    District district = districts.require(tenant);
    return caller.inGroup(district.group(GroupKind.CENSUS_LEADS).id())
        || groups.stream()
            .map(group -> FieldStaff.office(district, group))
            .allMatch(office -> office != null && caller.inGroup(office));
  }

  private List<String> groups(String taskId) {
    return tasks.getIdentityLinksForTask(taskId).stream()
        .filter(link -> IdentityLinkType.CANDIDATE.equals(link.getType()))
        .map(IdentityLink::getGroupId)
        .filter(Objects::nonNull)
        .toList();
  }

  private boolean isMember(String user, String group) {
    return identities.createUserQuery().userId(user).memberOfGroup(group).count() > 0;
  }

  private void record(Caller caller, Task task, String next, String reason) {
    jdbc.sql(
            """
            insert into task_reassignment
              (district, process_instance, task_key, task_id, taken_from, given_to, reason, reassigned_by, reassigned_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?)
            """)
        .params(
            task.getTenantId(),
            task.getProcessInstanceId(),
            task.getTaskDefinitionKey(),
            task.getId(),
            task.getAssignee(),
            next,
            reason,
            caller.user(),
            Moments.now(clock))
        .update();
    audit.record(caller.user(), task.getTenantId(), "task.reassign", "task", task.getId());
  }
}
