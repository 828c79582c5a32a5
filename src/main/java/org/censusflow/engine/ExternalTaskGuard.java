package org.censusflow.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import org.censusflow.access.Caller;
import org.censusflow.access.SampleAccounts;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * What a department's program may say over the engine's REST of external tasks: it asks for the
 * topic that ends with its own group's name, and it sends no process variables, because records
 * belong into a delivery and nothing else of the process is a department's to set.
 */
class ExternalTaskGuard extends OncePerRequestFilter {

  private static final Logger log = LoggerFactory.getLogger(ExternalTaskGuard.class);
  private static final String PATH = "/engine-rest/external-task/";
  private static final int LONGEST_BODY = 100_000;

  private final ObjectMapper json = new ObjectMapper();

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return !request.getRequestURI().startsWith(PATH) || !"POST".equals(request.getMethod());
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
    if (authentication == null
        || !(authentication.getPrincipal() instanceof Caller caller)
        || caller.inGroup(SampleAccounts.ADMINISTRATORS)) {
      chain.doFilter(request, response);
      return;
    }
    byte[] body = request.getInputStream().readNBytes(LONGEST_BODY + 1);
    Optional<String> fault = fault(request, body, caller);
    if (fault.isPresent()) {
      log.warn("{} was refused: {}", caller.user(), fault.get());
      refuse(response, fault.get());
      return;
    }
    chain.doFilter(new BufferedRequest(request, body), response);
  }

  private Optional<String> fault(HttpServletRequest request, byte[] body, Caller caller)
      throws IOException {
    if (body.length > LONGEST_BODY) {
      return Optional.of("CF-E105 The request is longer than any that a gateway has to send");
    }
    JsonNode content;
    try {
      content = json.readTree(body);
    } catch (com.fasterxml.jackson.core.JacksonException e) {
      return Optional.of("CF-E105 The request is not JSON");
    }
    for (JsonNode topic : content.path("topics")) {
      String name = topic.path("topicName").asText();
      if (!caller.inGroup(ExternalTaskParseListener.group(name))) {
        return Optional.of("CF-E106 The topic is not one of the account's department");
      }
    }
    boolean variables =
        !content.path("variables").isEmpty() || !content.path("localVariables").isEmpty();
    boolean asks = request.getRequestURI().endsWith("/fetchAndLock");
    if (variables && !asks) {
      return Optional.of("CF-E107 Records are sent as a delivery, not as process variables");
    }
    return Optional.empty();
  }

  private void refuse(HttpServletResponse response, String fault) throws IOException {
    JsonAnswer.write(
        response,
        HttpServletResponse.SC_FORBIDDEN,
        Map.of("type", "AuthorizationException", "message", fault));
  }
}
