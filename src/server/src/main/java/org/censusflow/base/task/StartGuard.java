package org.censusflow.base.task;

import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.impl.ProcessInstantiationBuilderImpl;
import org.camunda.bpm.engine.impl.cmd.StartProcessInstanceAtActivitiesCmd;
import org.camunda.bpm.engine.impl.cmd.StartProcessInstanceCmd;
import org.camunda.bpm.engine.impl.cmd.SubmitStartFormCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.camunda.bpm.engine.impl.persistence.deploy.cache.DeploymentCache;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.variable.VariableMap;
import org.censusflow.base.engine.TaskRefused;
import org.censusflow.base.operations.CommandField;

/**
 * How somebody starts a process, by whatever way the command comes: at its beginning, with what its
 * start form submits, and once where it may run once. The program itself starts what it likes.
 */
public class StartGuard extends CommandInterceptor {

  private static final CommandField BUILDER =
      CommandField.of(StartProcessInstanceCmd.class, "instantiationBuilder");
  private static final CommandField DEFINITION =
      CommandField.of(SubmitStartFormCmd.class, "processDefinitionId");
  private static final CommandField KEY = CommandField.of(SubmitStartFormCmd.class, "businessKey");
  private static final CommandField SUBMITTED =
      CommandField.of(SubmitStartFormCmd.class, "variables");

  private final StartRules rules;

  public StartGuard(StartRules rules) {
    this.rules = rules;
  }

  @Override
  public <T> T execute(Command<T> command) {
    TaskCaller caller = TaskCaller.current();
    if (caller == null) {
      return next.execute(command);
    }
    if (command instanceof StartProcessInstanceAtActivitiesCmd) {
      throw new AuthorizationException("CF-E147 流程只能从头启动，不能从中间的环节开始。");
    }
    if (command instanceof StartProcessInstanceCmd) {
      ProcessInstantiationBuilderImpl builder =
          (ProcessInstantiationBuilderImpl) BUILDER.in(command);
      if (builder.getCaseInstanceId() != null) {
        throw new TaskRefused("CF-E145 业务编号由系统确定，请不要填写。");
      }
      builder.businessKey(
          rules.check(
              caller,
              definition(caller, builder),
              (VariableMap) builder.getVariables(),
              builder.getBusinessKey()));
    } else if (command instanceof SubmitStartFormCmd) {
      ProcessDefinitionEntity definition =
          caller
              .context()
              .getProcessEngineConfiguration()
              .getDeploymentCache()
              .findDeployedProcessDefinitionById(DEFINITION.text(command));
      KEY.set(
          command,
          rules.check(caller, definition, (VariableMap) SUBMITTED.in(command), KEY.text(command)));
    }
    return next.execute(command);
  }

  private static ProcessDefinitionEntity definition(
      TaskCaller caller, ProcessInstantiationBuilderImpl builder) {
    DeploymentCache deployed =
        caller.context().getProcessEngineConfiguration().getDeploymentCache();
    return builder.getProcessDefinitionId() != null
        ? deployed.findDeployedProcessDefinitionById(builder.getProcessDefinitionId())
        : deployed.findDeployedLatestProcessDefinitionByKey(builder.getProcessDefinitionKey());
  }
}
