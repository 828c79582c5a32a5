package org.censusflow.base.engine;

import java.util.List;
import org.camunda.bpm.engine.history.UserOperationLogEntry;
import org.camunda.bpm.engine.impl.UserOperationLogQueryImpl;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;

/**
 * Keeps the log of what people did in the engine to the tasks and processes of the caller's own
 * district. It also holds what administrators did with accounts, groups and models of every
 * district, which knows no tenant.
 */
class OperationLogGuard extends CommandInterceptor {

  @Override
  public <T> T execute(Command<T> command) {
    CommandContext context = Context.getCommandContext();
    if (command instanceof UserOperationLogQueryImpl query
        && context.getTenantManager().isTenantCheckEnabled()) {
      query
          .tenantIdIn(own(context.getAuthentication()))
          .categoryIn(
              UserOperationLogEntry.CATEGORY_TASK_WORKER, UserOperationLogEntry.CATEGORY_OPERATOR);
    }
    return next.execute(command);
  }

  private static String[] own(Authentication caller) {
    List<String> tenants = caller.getTenantIds();
    return tenants == null || tenants.isEmpty()
        ? new String[] {"none"}
        : tenants.toArray(String[]::new);
  }
}
