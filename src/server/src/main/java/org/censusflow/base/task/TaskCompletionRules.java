package org.censusflow.base.task;

import java.util.List;
import java.util.function.Supplier;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.censusflow.base.engine.TaskRefused;
import org.censusflow.base.form.FormRules;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/**
 * Checks a task's completion on the server: who completes it (whoever has claimed it, and none of
 * those whose work it judges), the rules that its form shows (the engine itself leaves them to the
 * browser, so REST could submit anything) and the rules of the module that owns the task. Then
 * whoever completes it is on record.
 */
@Component
public class TaskCompletionRules {

  private final TaskDoers doers;
  private final FormRules formRules;
  private final Supplier<List<TaskRule>> taskRules;

  TaskCompletionRules(TaskDoers doers, FormRules formRules, ObjectProvider<TaskRule> taskRules) {
    this.formRules = formRules;
    this.doers = doers;
    // Looked up once, at the first completion: rules need what the engine is built before.
    this.taskRules = SingletonSupplier.of(() -> taskRules.stream().toList());
  }

  void check(DelegateTask task) {
    String user = Claim.by(task);
    doers.mustNotHaveDone((TaskEntity) task, user);
    List<String> faults = formRules.faults(task);
    if (!faults.isEmpty()) {
      throw new TaskRefused("CF-E110 表单填写有误：" + String.join("；", faults) + "。");
    }
    taskRules.get().stream()
        .filter(rule -> rule.appliesTo(task.getTaskDefinitionKey()))
        .forEach(rule -> rule.check(task));
    doers.record(task, user);
  }
}
