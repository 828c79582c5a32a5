package org.censusflow.base.access;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.servlet.HandlerMapping;

/**
 * From where, for which task and for which purpose something is done: taken from the web request
 * that runs now, so that nobody has to pass it on and nobody can make it up.
 *
 * @param source the address that the request came from, behind the proxies that the server trusts
 *     ({@code server.forward-headers-strategy}); null for what the program does by itself
 * @param task id of the engine's task; null outside of tasks
 * @param purpose the operation as the interface describes it, such as {@code GET
 *     /api/rechecks/{taskId}}, without any value of the caller's
 */
public record AuditContext(String source, String task, String purpose) {

  private static final AuditContext PROGRAM = new AuditContext(null, null, null);
  private static final Pattern TASK_OF_ENGINE = Pattern.compile("/task/([A-Za-z0-9-]{1,64})(/|$)");
  private static final Pattern INTERFACE =
      Pattern.compile("^(/engine-rest|/camunda/api/[a-z]+|/[a-z]*)");
  private static final int LONGEST_PURPOSE = 160;

  /** That of the request that runs now; of the program where none does. */
  public static AuditContext current() {
    return request().map(AuditContext::of).orElse(PROGRAM);
  }

  /** Names and values of the path that was asked for, by the pattern's names; empty without one. */
  @SuppressWarnings("unchecked")
  public static Map<String, String> pathVariables() {
    return request()
        .map(it -> it.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE))
        .map(it -> (Map<String, String>) it)
        .orElse(Map.of());
  }

  private static Optional<HttpServletRequest> request() {
    return Optional.ofNullable(RequestContextHolder.getRequestAttributes())
        .filter(ServletRequestAttributes.class::isInstance)
        .map(it -> ((ServletRequestAttributes) it).getRequest());
  }

  private static AuditContext of(HttpServletRequest request) {
    Object pattern = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
    String path = pattern == null ? interfaceOf(request) : pattern.toString();
    String purpose = request.getMethod() + " " + path;
    return new AuditContext(
        request.getRemoteAddr(),
        pattern == null ? engineTask(request) : AuditKeys.known(pathVariables().get("taskId")),
        purpose.substring(0, Math.min(purpose.length(), LONGEST_PURPOSE)));
  }

  private static String engineTask(HttpServletRequest request) {
    Matcher task = TASK_OF_ENGINE.matcher(request.getRequestURI());
    return task.find() ? task.group(1) : null;
  }

  private static String interfaceOf(HttpServletRequest request) {
    Matcher known = INTERFACE.matcher(request.getRequestURI());
    return known.find() ? known.group() : "";
  }
}
