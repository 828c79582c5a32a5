package org.censusflow.base.operations;

import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.impl.AbstractQuery;
import org.camunda.bpm.engine.impl.AbstractVariableQueryImpl;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.impl.cmd.AbstractExecuteFilterCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;

/**
 * Refuses a query from outside that asks for more than a person does, and expressions in whatever
 * query comes from there. The engine does so for a query itself, but neither for the OR queries
 * inside it nor for what somebody adds to a stored filter. The filters that the program or an
 * administrator has stored may hold expressions.
 */
class QueryConditions extends CommandInterceptor {

  private static final CommandField ADDED =
      CommandField.of(AbstractExecuteFilterCmd.class, "extendingQuery");

  private static final int MOST_VARIABLES = 20;

  @Override
  public <T> T execute(Command<T> command) {
    if (OutsideCall.current() != null) {
      if (command instanceof AbstractQuery<?, ?> query) {
        check(query);
      } else if (command instanceof AbstractExecuteFilterCmd
          && ADDED.in(command) instanceof AbstractQuery<?, ?> added) {
        check(added);
      }
    }
    return next.execute(command);
  }

  private static void check(AbstractQuery<?, ?> query) {
    refuseExpressions(query);
    if (variables(query) > MOST_VARIABLES) {
      throw new BadUserRequestException("CF-E148 查询条件太多，请减少后再查。");
    }
  }

  /** Each of them is a join of its own. */
  private static int variables(AbstractQuery<?, ?> query) {
    if (query instanceof TaskQueryImpl tasks) {
      return tasks.getQueries().stream().mapToInt(it -> it.getVariables().size()).sum();
    }
    return query instanceof AbstractVariableQueryImpl<?, ?> asked
        ? asked.getQueryVariableValues().size()
        : 0;
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
