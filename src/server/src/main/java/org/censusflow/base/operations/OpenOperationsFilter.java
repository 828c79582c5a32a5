package org.censusflow.base.operations;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.censusflow.base.access.Caller;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.server.PathContainer;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets a request to the engine's REST through only when the list opens its operation to the
 * account, and remembers for the length of the request which commands that operation may run.
 */
public class OpenOperationsFilter extends OncePerRequestFilter {

  private static final Logger log = LoggerFactory.getLogger(OpenOperationsFilter.class);

  private static final String NOT_OPEN =
      "CF-E140 这项操作没有对你的账号开放。任务请在任务列表中办理；区划、单位和流程由程序按区划文件设置。全区的流程由普查办负责人在普查监控中查看。";

  private final String served;
  private final OpenOperations open;
  private final AccountKinds kinds;
  private final Callers callers;
  private final Answers answers;

  /** Who makes a request; empty without a login. */
  public interface Callers {
    Optional<Caller> of(HttpServletRequest request);
  }

  /** What a refused request is answered with. */
  public interface Answers {
    void noLogin(HttpServletRequest request, HttpServletResponse response) throws IOException;

    /**
     * @param caller null without a login
     * @param status 403, or 400 for what the caller may correct
     * @param message number and text, for the caller
     */
    void refused(
        Caller caller,
        HttpServletRequest request,
        HttpServletResponse response,
        int status,
        String message)
        throws IOException;
  }

  /**
   * @param served what the paths begin with that the filter is for, such as {@code /engine-rest}
   */
  public OpenOperationsFilter(
      String served, OpenOperations open, AccountKinds kinds, Callers callers, Answers answers) {
    this.served = served;
    this.open = open;
    this.kinds = kinds;
    this.callers = callers;
    this.answers = answers;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    String path = request.getRequestURI();
    return !path.equals(served) && !path.startsWith(served + "/");
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    String operation = EnginePath.operation(request.getRequestURI());
    Optional<Caller> caller = callers.of(request);
    Set<String> own = caller.map(it -> kinds.of(it.groups())).orElse(Set.of());
    List<OpenOperations.Entry> opened =
        open.opened(request.getMethod(), PathContainer.parsePath(operation), own);
    if (!opened.isEmpty()) {
      OutsideCall call = new OutsideCall(request.getMethod() + " " + kind(operation), opened);
      OutsideCall.begin(call);
      try {
        RefusalAnswer answer = new RefusalAnswer(response, call);
        chain.doFilter(request, answer);
        if (answer.isKeptBack()) {
          if (call.refusal() == null) {
            log.warn("CF-W142 {} could not be read by the engine's REST", call);
          }
          response.resetBuffer();
          answers.refused(
              caller.orElse(null),
              request,
              response,
              answer.refusal().status(),
              answer.refusal().message());
        }
      } finally {
        OutsideCall.end();
      }
    } else if (caller.isEmpty()) {
      answers.noLogin(request, response);
    } else {
      log.warn("CF-W140 Not open to {}: {} {}", own, request.getMethod(), kind(operation));
      answers.refused(caller.get(), request, response, HttpServletResponse.SC_FORBIDDEN, NOT_OPEN);
    }
  }

  /** The kind of object that a path names, without the id behind it. */
  private static String kind(String operation) {
    int end = operation.indexOf('/', 1);
    return end < 0 ? operation : operation.substring(0, end);
  }
}
