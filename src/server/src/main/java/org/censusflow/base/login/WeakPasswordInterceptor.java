package org.censusflow.base.login;

import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.cmd.SaveUserCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;

/** Says what a password needs; the engine calls a weak one a fault of the program (status 500). */
public class WeakPasswordInterceptor extends CommandInterceptor {

  private static final String ENGINES_WORDS = "Password does not match policy";

  @Override
  public <T> T execute(Command<T> command) {
    try {
      return next.execute(command);
    } catch (ProcessEngineException e) {
      if (command instanceof SaveUserCmd && ENGINES_WORDS.equals(e.getMessage())) {
        throw new BadUserRequestException(
            "CF-E186 密码太弱，没有保存：至少十个字符，含大写字母、小写字母、数字和特殊字符，且不含账号、姓名。", e);
      }
      throw e;
    }
  }
}
