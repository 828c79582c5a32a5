package org.censusflow.base.operations;

import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Holds the engine's commands that a request from outside runs against the list: reading ones, and
 * those that its operation names. So a path that somebody finds a way around leads nowhere. What a
 * command runs inside itself, the steps of a process for example, is the program's own.
 */
class OutsideCommands extends CommandInterceptor {

  private static final Logger log = LoggerFactory.getLogger(OutsideCommands.class);
  private static final String NOT_FROM_OUTSIDE =
      "CF-E141 这项操作不能由外部执行，没有改动任何内容。请在任务列表中办理；正常办理时出现本提示的，由系统管理员按日志中的 CF-W141 查明原因。";
  private static final String ENGINE = "org.camunda.bpm.engine.";

  private final OpenOperations open;

  OutsideCommands(OpenOperations open) {
    this.open = open;
  }

  @Override
  public <T> T execute(Command<T> command) {
    OutsideCall call = OutsideCall.current();
    if (call != null && Context.getCommandContext() == null && !mayRun(command, call)) {
      log.warn("CF-W141 {} may not run {}", call, command.getClass().getName());
      throw new AuthorizationException(NOT_FROM_OUTSIDE);
    }
    return next.execute(command);
  }

  private boolean mayRun(Command<?> command, OutsideCall call) {
    Class<?> type = command.getClass();
    String name = type.getSimpleName();
    return type.getName().startsWith(ENGINE) && (open.reads().contains(name) || call.mayRun(name));
  }
}
