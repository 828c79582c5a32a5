package org.censusflow.base.door;

import jakarta.servlet.http.HttpServletRequest;
import java.util.regex.Pattern;
import org.springframework.security.web.firewall.FirewalledRequest;
import org.springframework.security.web.firewall.StrictHttpFirewall;

/**
 * Lets in requests of a sound form only. Spring refuses paths that could be read in two ways; here
 * a foreign host and characters that no text has are refused as well. A page of another site that
 * has its own name point at this machine (DNS rebinding) is such a foreign host.
 */
class RequestFirewall extends StrictHttpFirewall {

  /** Whoever watches the program asks under whatever address it has; nothing else is told there. */
  private static final String HEALTH = "/actuator/health";

  private static final Pattern CONTROL_IN_QUERY =
      Pattern.compile("%(?:0[0-8bcef]|1[0-9a-f]|7f)", Pattern.CASE_INSENSITIVE);

  private static final Pattern TEXT = Pattern.compile("[^\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f\\x7f]*");

  private final DoorSettings settings;

  RequestFirewall(DoorSettings settings) {
    this.settings = settings;
    setAllowedParameterValues(value -> TEXT.matcher(value).matches());
  }

  @Override
  public FirewalledRequest getFirewalledRequest(HttpServletRequest request) {
    FirewalledRequest sound = super.getFirewalledRequest(request);
    if (!request.getRequestURI().startsWith(HEALTH) && !settings.serves(request.getServerName())) {
      throw new RequestRefused("CF-E183 本系统不以这个地址提供服务。请使用普查办公布的网址；系统管理员可用 CENSUSFLOW_HOSTS 设置主机名。");
    }
    String type = request.getContentType();
    if (type != null && type.contains("*")) {
      throw new RequestRefused(RefusedRequests.ODD);
    }
    // The engine's REST is compared with the path as it was written.
    boolean ofServlet = request.getPathInfo() != null;
    if (ofServlet && !request.getRequestURI().startsWith(request.getServletPath())) {
      throw new RequestRefused(RefusedRequests.ODD);
    }
    String query = request.getQueryString();
    if (query != null && CONTROL_IN_QUERY.matcher(query).find()) {
      throw new RequestRefused(RefusedRequests.ODD);
    }
    return sound;
  }
}
