package org.censusflow.engine;

import java.util.Set;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.impl.cmd.AbstractSetProcessInstanceStateCmd;
import org.camunda.bpm.engine.impl.cmd.DeleteProcessInstanceCmd;
import org.camunda.bpm.engine.impl.cmd.MessageEventReceivedCmd;
import org.camunda.bpm.engine.impl.cmd.ModifyProcessInstanceCmd;
import org.camunda.bpm.engine.impl.cmd.PatchExecutionVariablesCmd;
import org.camunda.bpm.engine.impl.cmd.RemoveExecutionVariablesCmd;
import org.camunda.bpm.engine.impl.cmd.SetExecutionVariablesCmd;
import org.camunda.bpm.engine.impl.cmd.SignalCmd;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.censusflow.access.SampleAccounts;

/**
 * Nobody but an administrator changes a running instance from outside its tasks. The engine knows
 * one right for taking an external task and for setting any variable, so a department's gateway
 * would hold both.
 */
class InstanceGuard extends CommandInterceptor {

  private static final Set<Class<?>> CHANGES =
      Set.of(
          SetExecutionVariablesCmd.class,
          PatchExecutionVariablesCmd.class,
          RemoveExecutionVariablesCmd.class,
          ModifyProcessInstanceCmd.class,
          DeleteProcessInstanceCmd.class,
          MessageEventReceivedCmd.class,
          SignalCmd.class);

  @Override
  public <T> T execute(Command<T> command) {
    CommandContext context = Context.getCommandContext();
    if (context.isAuthorizationCheckEnabled()
        && changesAnInstance(command)
        && context.getAuthentication() != null
        && !isAdministrator(context)) {
      throw new AuthorizationException("CF-E104 运行中的流程只能由系统管理员在任务之外改动。");
    }
    return next.execute(command);
  }

  private static boolean changesAnInstance(Command<?> command) {
    return CHANGES.contains(command.getClass())
        || command instanceof AbstractSetProcessInstanceStateCmd;
  }

  private static boolean isAdministrator(CommandContext context) {
    return context.getAuthentication().getGroupIds() != null
        && context.getAuthentication().getGroupIds().contains(SampleAccounts.ADMINISTRATORS);
  }
}
