package org.censusflow.base.login;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingRequestWrapper;

/** Tells the audit of logins to the web applications, which check passwords by themselves. */
public class WebappLoginFilter extends OncePerRequestFilter {

  /** Where the filter stands: what is not below is not asked. */
  public static final String BELOW = "/camunda/api/admin/auth/user/*";

  private static final Pattern LOGIN =
      Pattern.compile("/camunda/api/admin/auth/user/[^/]+/login/[^/]+/?");
  private static final String FIELD = "username=";

  /** Of a login form, the name is within the first characters. */
  private static final int LONGEST_FORM = 4_096;

  private final LoginAudit audit;

  public WebappLoginFilter(LoginAudit audit) {
    this.audit = audit;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return !"POST".equals(request.getMethod()) || !LOGIN.matcher(request.getRequestURI()).matches();
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    ContentCachingRequestWrapper form = new ContentCachingRequestWrapper(request, LONGEST_FORM);
    chain.doFilter(form, response);
    if (response.getStatus() == HttpServletResponse.SC_OK) {
      name(form).filter(audit::known).ifPresent(audit::opened);
    } else if (response.getStatus() == HttpServletResponse.SC_UNAUTHORIZED) {
      audit.failed(name(form).orElse(null));
    }
  }

  private static Optional<String> name(ContentCachingRequestWrapper form) {
    String content = new String(form.getContentAsByteArray(), StandardCharsets.UTF_8);
    return Arrays.stream(content.split("&"))
        .filter(field -> field.startsWith(FIELD))
        .map(field -> decoded(field.substring(FIELD.length())))
        .findFirst();
  }

  private static String decoded(String value) {
    try {
      return URLDecoder.decode(value, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException notEncoded) {
      return value;
    }
  }
}
