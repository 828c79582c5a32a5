package org.censusflow.base.task;

import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ProcessEngineServices;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.Expression;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;

/**
 * The groups whose members may do a task, as its model names them. What somebody has added to the
 * task itself since does not count.
 */
public final class TaskGroups {

  private TaskGroups() {}

  /** Ids of the groups that the model names for the task. */
  static Set<String> ofModel(DelegateTask task) {
    // Asked of the execution: the task's own variables could name another place.
    return ((TaskEntity) task)
        .getTaskDefinition().getCandidateGroupIdExpressions().stream()
            .flatMap(expression -> ids(expression, task).stream())
            .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private static Collection<String> ids(Expression expression, DelegateTask task) {
    Object value = expression.getValue(task.getExecution());
    if (value instanceof Collection<?> several) {
      return several.stream().map(String::valueOf).toList();
    }
    return value == null
        ? Set.of()
        : Arrays.stream(value.toString().split(",")).map(String::strip).toList();
  }

  /** The groups of the model in which an account is: by what right it does the task. */
  public static Set<String> of(DelegateTask task, String account) {
    Set<String> groups = ofModel(task);
    ProcessEngineServices engine = task.getProcessEngineServices();
    Set<String> own =
        engine.getIdentityService().createGroupQuery().groupMember(account).list().stream()
            .map(Group::getId)
            .collect(Collectors.toSet());
    groups.retainAll(own);
    return groups;
  }
}
