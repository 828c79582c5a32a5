package org.censusflow.base.door;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.censusflow.base.access.Refusal;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses what a page of another site makes a browser send: whatever changes something, and reading
 * data other than by following a link. Browsers say where a request comes from in headers that a
 * page cannot forge; programs send none of them, and nothing changes for them.
 */
class CrossSiteFilter extends OncePerRequestFilter {

  private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");
  private static final Set<String> OWN = Set.of("same-origin", "none");
  private static final List<String> DATA = List.of("/api/", "/engine-rest", "/camunda/api/");
  private static final Set<Integer> DEFAULT_PORTS = Set.of(-1, 80, 443);

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    boolean foreign =
        READING.contains(request.getMethod()) ? readsFromElsewhere(request) : isForeign(request);
    if (foreign) {
      FilterAnswer.json(
          response,
          HttpStatus.FORBIDDEN.value(),
          new Refusal("CF-E182 这个请求来自其他网站的页面，没有执行。请打开本系统的页面重新操作。"));
      return;
    }
    chain.doFilter(request, response);
  }

  private static boolean readsFromElsewhere(HttpServletRequest request) {
    return isFetchedFromElsewhere(request)
        && !"navigate".equals(request.getHeader("Sec-Fetch-Mode"))
        && DATA.stream().anyMatch(request.getRequestURI()::startsWith);
  }

  private static boolean isForeign(HttpServletRequest request) {
    String origin = request.getHeader(HttpHeaders.ORIGIN);
    String said = origin == null ? request.getHeader(HttpHeaders.REFERER) : origin;
    return isFetchedFromElsewhere(request) || said != null && !isOwn(said, request);
  }

  /** A sibling under the same domain is elsewhere too. */
  private static boolean isFetchedFromElsewhere(HttpServletRequest request) {
    String site = request.getHeader("Sec-Fetch-Site");
    return site != null && !OWN.contains(site);
  }

  /** Without the scheme: behind a proxy that ends https the program is asked by http. */
  private static boolean isOwn(String address, HttpServletRequest request) {
    try {
      URI uri = new URI(address);
      return uri.getHost() != null
          && place(uri.getHost(), uri.getPort())
              .equals(place(request.getServerName(), request.getServerPort()));
    } catch (URISyntaxException e) {
      return false;
    }
  }

  private static String place(String host, int port) {
    String name = host.toLowerCase(Locale.ROOT);
    return DEFAULT_PORTS.contains(port) ? name : name + ":" + port;
  }
}
