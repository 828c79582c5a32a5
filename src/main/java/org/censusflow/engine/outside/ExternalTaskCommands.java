package org.censusflow.engine.outside;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.impl.cmd.CompleteExternalTaskCmd;
import org.camunda.bpm.engine.impl.cmd.FetchExternalTasksCmd;
import org.camunda.bpm.engine.impl.cmd.HandleExternalTaskFailureCmd;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.springframework.beans.DirectFieldAccessor;
import org.springframework.beans.PropertyAccessor;

/**
 * What a department's program may say of external tasks: it asks for the topic that ends with its
 * own group's name, and it sends no process variables, because records belong into a delivery and
 * nothing else of the process is a department's to set. Held at the command, because a poll is
 * answered long after its request came.
 */
class ExternalTaskCommands extends CommandInterceptor {

  @Override
  public <T> T execute(Command<T> command) {
    CommandContext context = Context.getCommandContext();
    Authentication caller = context.getAuthentication();
    if (context.isAuthorizationCheckEnabled() && caller != null) {
      if (command instanceof FetchExternalTasksCmd) {
        mustBeOwn(topics(command), caller);
      } else if (command instanceof CompleteExternalTaskCmd
          || command instanceof HandleExternalTaskFailureCmd) {
        mustBeWithoutVariables(new DirectFieldAccessor(command));
      }
    }
    return next.execute(command);
  }

  private static Map<?, ?> topics(Command<?> command) {
    return (Map<?, ?>) new DirectFieldAccessor(command).getPropertyValue("fetchInstructions");
  }

  private static void mustBeOwn(Map<?, ?> topics, Authentication caller) {
    List<String> groups = caller.getGroupIds() == null ? List.of() : caller.getGroupIds();
    for (Object topic : topics.keySet()) {
      if (!groups.contains(ExternalTaskTopic.group((String) topic))) {
        throw new AuthorizationException(
            "CF-E106 The topic is not one of the account's department");
      }
    }
  }

  private static void mustBeWithoutVariables(PropertyAccessor command) {
    if (!isEmpty(command.getPropertyValue("variables"))
        || !isEmpty(command.getPropertyValue("localVariables"))) {
      throw new AuthorizationException(
          "CF-E107 Records are sent as a delivery, not as process variables");
    }
  }

  private static boolean isEmpty(Object variables) {
    return variables == null || ((Map<?, ?>) variables).isEmpty();
  }
}
