package org.censusflow.engine;

import java.util.List;
import java.util.function.Supplier;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/**
 * Checks a task's completion on the server: the rules that its form shows (the engine itself leaves
 * them to the browser, so REST could submit anything) and the rules of the module that owns the
 * task.
 */
@Component
class TaskCompletionRules {

  private final FormRules formRules;
  private final Supplier<List<TaskRule>> taskRules;

  TaskCompletionRules(FormRules formRules, ObjectProvider<TaskRule> taskRules) {
    this.formRules = formRules;
    // Looked up once, at the first completion: rules need what the engine is built before.
    this.taskRules = SingletonSupplier.of(() -> taskRules.stream().toList());
  }

  void check(DelegateTask task) {
    List<String> faults = formRules.faults(task);
    if (!faults.isEmpty()) {
      throw new TaskRefused("CF-E110 表单填写有误：" + String.join("；", faults) + "。");
    }
    taskRules.get().stream()
        .filter(rule -> rule.appliesTo(task.getTaskDefinitionKey()))
        .forEach(rule -> rule.check(task));
  }
}
