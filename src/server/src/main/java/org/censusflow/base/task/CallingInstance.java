package org.censusflow.base.task;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;

/**
 * The instance under whose id the records of a matter are kept, also while a part of its process
 * that it calls is at work.
 */
public final class CallingInstance {

  private CallingInstance() {}

  /**
   * The instance of a process that an execution stands in, or that called the one it stands in.
   *
   * @param process key of the process that keeps the matter
   * @throws IllegalStateException when the execution has nothing to do with such a process
   */
  public static String of(DelegateExecution execution, String process) {
    ExecutionEntity instance = (ExecutionEntity) execution.getProcessInstance();
    while (!((ProcessDefinitionEntity) instance.getProcessDefinition()).getKey().equals(process)) {
      ExecutionEntity caller = instance.getSuperExecution();
      if (caller == null) {
        throw new IllegalStateException(
            "CF-E160 No instance of %s stands above %s"
                .formatted(process, execution.getProcessInstanceId()));
      }
      instance = caller.getProcessInstance();
    }
    return instance.getId();
  }
}
