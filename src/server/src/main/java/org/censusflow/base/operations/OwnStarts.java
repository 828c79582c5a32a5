package org.censusflow.base.operations;

import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.impl.HistoricProcessInstanceQueryImpl;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;

/**
 * Who started a process may follow it: the history of instances shows staff those that they started
 * themselves, in their own district. Who watches all of them in Cockpit sees all of them.
 */
class OwnStarts extends CommandInterceptor {

  private static final Set<String> WATCHERS = Set.of("census-leads", OpenOperations.ADMINISTRATOR);

  private final AccountKinds kinds;

  OwnStarts(AccountKinds kinds) {
    this.kinds = kinds;
  }

  @Override
  public <T> T execute(Command<T> command) {
    CommandContext context = Context.getCommandContext();
    Authentication caller = context.getAuthentication();
    if (OutsideCall.current() == null
        || caller == null
        || !(command instanceof HistoricProcessInstanceQueryImpl instances)
        || watches(caller)) {
      return next.execute(command);
    }
    instances.startedBy(caller.getUserId());
    return context.runWithoutAuthorization(() -> next.execute(command));
  }

  private boolean watches(Authentication caller) {
    List<String> groups = caller.getGroupIds() == null ? List.of() : caller.getGroupIds();
    return kinds.of(Set.copyOf(groups)).stream().anyMatch(WATCHERS::contains);
  }
}
