package org.censusflow.base.operations;

import static jakarta.servlet.http.HttpServletResponse.SC_BAD_REQUEST;
import static jakarta.servlet.http.HttpServletResponse.SC_CONFLICT;
import static jakarta.servlet.http.HttpServletResponse.SC_FORBIDDEN;

import java.util.Locale;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.exception.NotFoundException;
import org.camunda.bpm.engine.exception.NullValueException;
import org.camunda.bpm.engine.exception.cmmn.CaseException;
import org.camunda.bpm.engine.exception.dmn.DecisionException;
import org.camunda.bpm.engine.impl.GetDeployedTaskFormCmd;
import org.camunda.bpm.engine.impl.cmd.GetActivityInstanceCmd;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;

/**
 * Notes what a request is refused for, in the same words for what is not there, what belongs to
 * another district and what is not the caller's, so that nobody learns from the answer that an id
 * exists. The engine itself tells them apart, some of them as a technical error.
 */
class Refusals extends CommandInterceptor {

  private static final Logger log = LoggerFactory.getLogger(Refusals.class);
  private static final String ALIKE =
      "CF-E109 没有这项内容，或者它不归你的账号办理。请核对网址和任务列表，由经办人的账号办理；分工有变的，由系统管理员调整账号所在的用户组。";
  private static final String OVERTAKEN = "CF-E189 别人刚刚办理或者改动了这一项，你的这次操作没有生效。请刷新后再看。";
  private static final String OWN_WORDS = "CF-E";
  private static final Pattern NOT_THERE =
      Pattern.compile(
          "cannot find|couldn't find|doesn't exist|does not exist|no .* found|unable to find");
  private static final String OTHER_DISTRICT = "belongs to no authenticated tenant";

  private final OpenOperations open;

  Refusals(OpenOperations open) {
    this.open = open;
  }

  @Override
  public <T> T execute(Command<T> command) {
    OutsideCall call = OutsideCall.current();
    if (call == null || Context.getCommandContext() != null) {
      return next.execute(command);
    }
    try {
      T result = next.execute(command);
      if (result == null && command instanceof GetActivityInstanceCmd) {
        call.refuse(SC_FORBIDDEN, ALIKE);
      }
      return result;
    } catch (ProcessEngineException e) {
      note(e, command, call);
      throw e;
    } catch (RuntimeException e) {
      // The engine stumbles here over a task that is not there.
      if (e instanceof NullPointerException && command instanceof GetDeployedTaskFormCmd) {
        call.refuse(SC_FORBIDDEN, ALIKE);
      } else {
        blame(e, command, call);
      }
      throw e;
    }
  }

  private void blame(RuntimeException failure, Command<?> command, OutsideCall call) {
    if (CallersFault.is(failure, open.reads().contains(command.getClass().getSimpleName()))) {
      log.warn("CF-W142 {} could not be made sense of by the engine", call);
      log.debug("What the engine made of it", failure);
      call.refuse(SC_BAD_REQUEST, OutsideCall.INCOMPLETE);
    } else {
      log.error("CF-E124 {} failed in the engine", call, failure);
      call.fail();
    }
  }

  /** Our own words go out as they are; the engine would put its own, and ids, in front. */
  private void note(ProcessEngineException refusal, Command<?> command, OutsideCall call) {
    boolean ownWords = String.valueOf(refusal.getMessage()).startsWith(OWN_WORDS);
    if (refusal instanceof AuthorizationException) {
      call.refuse(SC_FORBIDDEN, ownWords ? refusal.getMessage() : ALIKE);
    } else if (ownWords) {
      call.refuse(SC_BAD_REQUEST, refusal.getMessage());
    } else if (isAboutAnId(refusal)) {
      call.refuse(SC_FORBIDDEN, ALIKE);
    } else if (isOvertaken(refusal)) {
      call.refuse(SC_CONFLICT, OVERTAKEN);
    } else if (refusal instanceof NullValueException) {
      call.refuse(SC_BAD_REQUEST, OutsideCall.INCOMPLETE);
    } else if (!(refusal instanceof BadUserRequestException)) {
      blame(refusal, command, call);
    }
  }

  /** Somebody else changed the same at the same moment, and was first. */
  private static boolean isOvertaken(ProcessEngineException refusal) {
    for (Throwable cause = refusal; cause != null; cause = cause.getCause()) {
      if (cause instanceof OptimisticLockingException
          || cause instanceof DuplicateKeyException
          || CallersFault.isTwice(cause)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isAboutAnId(ProcessEngineException e) {
    String message = String.valueOf(e.getMessage());
    return e instanceof NotFoundException
        || message.contains(OTHER_DISTRICT)
        || (e instanceof NullValueException
                || e instanceof BadUserRequestException
                || e instanceof DecisionException
                || e instanceof CaseException)
            && NOT_THERE.matcher(message.toLowerCase(Locale.ROOT)).find();
  }
}
