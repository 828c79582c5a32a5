package org.censusflow.base.operations;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.impl.cmd.CompleteExternalTaskCmd;
import org.camunda.bpm.engine.impl.cmd.FetchExternalTasksCmd;
import org.camunda.bpm.engine.impl.cmd.HandleExternalTaskFailureCmd;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.censusflow.base.engine.ExternalTaskTopic;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a department's program may say of external tasks: it asks for the topic that ends with its
 * own group's name, and it sends no process variables, because records belong into a delivery and
 * nothing else of the process is a department's to set. Held at the command, because a poll is
 * answered long after its request came.
 */
class ExternalTaskCommands extends CommandInterceptor {

  private static final Logger log = LoggerFactory.getLogger(ExternalTaskCommands.class);
  private static final String FOREIGN_TOPIC =
      "CF-E106 The topic is not one of the account's department";

  private static final CommandField TOPICS =
      CommandField.of(FetchExternalTasksCmd.class, "fetchInstructions");
  private static final List<CommandField> COMPLETED_WITH =
      List.of(
          CommandField.of(CompleteExternalTaskCmd.class, "variables"),
          CommandField.of(CompleteExternalTaskCmd.class, "localVariables"));
  private static final List<CommandField> FAILED_WITH =
      List.of(
          CommandField.of(HandleExternalTaskFailureCmd.class, "variables"),
          CommandField.of(HandleExternalTaskFailureCmd.class, "localVariables"));

  @Override
  public <T> T execute(Command<T> command) {
    CommandContext context = Context.getCommandContext();
    Authentication caller = context.getAuthentication();
    if (context.isAuthorizationCheckEnabled() && caller != null) {
      if (command instanceof FetchExternalTasksCmd) {
        mustBeOwn((Map<?, ?>) TOPICS.in(command), caller);
      } else if (command instanceof CompleteExternalTaskCmd) {
        mustBeEmpty(COMPLETED_WITH, command);
      } else if (command instanceof HandleExternalTaskFailureCmd) {
        mustBeEmpty(FAILED_WITH, command);
      }
    }
    return next.execute(command);
  }

  private static void mustBeOwn(Map<?, ?> topics, Authentication caller) {
    List<String> groups = caller.getGroupIds() == null ? List.of() : caller.getGroupIds();
    for (Object topic : topics.keySet()) {
      if (topic == null) {
        throw new BadUserRequestException(OutsideCall.INCOMPLETE);
      }
      if (!groups.contains(ExternalTaskTopic.group((String) topic))) {
        log.warn("{} was refused: {}", caller.getUserId(), FOREIGN_TOPIC);
        throw new AuthorizationException(FOREIGN_TOPIC);
      }
    }
  }

  private static void mustBeEmpty(List<CommandField> variables, Command<?> command) {
    boolean some =
        variables.stream()
            .map(field -> (Map<?, ?>) field.in(command))
            .anyMatch(values -> values != null && !values.isEmpty());
    if (some) {
      throw new AuthorizationException(
          "CF-E107 Records are sent as a delivery, not as process variables");
    }
  }
}
