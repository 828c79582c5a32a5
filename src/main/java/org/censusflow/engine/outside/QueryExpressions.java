package org.censusflow.engine.outside;

import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.impl.AbstractQuery;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.impl.cmd.AbstractExecuteFilterCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;

/**
 * Refuses expressions in whatever query comes from outside. The engine does so for a query itself,
 * but neither for the OR queries inside it nor for what somebody adds to a stored filter. The
 * filters that the program or an administrator has stored may hold expressions.
 */
class QueryExpressions extends CommandInterceptor {

  private static final CommandField ADDED =
      CommandField.of(AbstractExecuteFilterCmd.class, "extendingQuery");

  @Override
  public <T> T execute(Command<T> command) {
    if (OutsideCall.current() != null) {
      if (command instanceof AbstractQuery<?, ?> query) {
        refuseExpressions(query);
      } else if (command instanceof AbstractExecuteFilterCmd
          && ADDED.in(command) instanceof AbstractQuery<?, ?> added) {
        refuseExpressions(added);
      }
    }
    return next.execute(command);
  }

  private static void refuseExpressions(AbstractQuery<?, ?> query) {
    if (!query.getExpressions().isEmpty()) {
      throw new BadUserRequestException("CF-E142 查询条件中不能使用表达式，请填写具体的值。");
    }
    if (query instanceof TaskQueryImpl tasks) {
      for (TaskQueryImpl alternative : tasks.getQueries()) {
        if (alternative != query) {
          refuseExpressions(alternative);
        }
      }
    }
  }
}
