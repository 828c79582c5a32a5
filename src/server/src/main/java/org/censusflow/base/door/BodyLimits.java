package org.censusflow.base.door;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.util.unit.DataSize;

/**
 * How long a body may be, by path; what stands first counts. Files are read as they come and have
 * limits of their own: {@code spring.servlet.multipart}, {@code censusflow.delivery.part-size}, the
 * 96 MB of an area file.
 */
final class BodyLimits {

  /** A body that is read as it comes, by code that has its own limit. */
  static final long OF_ITS_OWN = -1;

  private static final PathPatternRequestMatcher.Builder PATH =
      PathPatternRequestMatcher.withDefaults();
  private static final DataSize SHORT = DataSize.ofKilobytes(256);
  private static final DataSize LONG = DataSize.ofMegabytes(4);

  private static final List<Limit> LIMITS =
      List.of(
          files(HttpMethod.POST, "/api/requests/{id}/deliveries"),
          files(HttpMethod.POST, "/api/censuses/{id}/intake-jobs"),
          new Limit(PATH.matcher(HttpMethod.PUT, "/api/deliveries/{id}/parts/{no}"), OF_ITS_OWN),
          new Limit(PATH.matcher(HttpMethod.POST, "/api/areas/{id}/files/{kind}"), OF_ITS_OWN),
          new Limit(PATH.matcher("/api/**"), LONG.toBytes()));

  private BodyLimits() {}

  private record Limit(RequestMatcher path, long bytes) {}

  private static Limit files(HttpMethod method, String pattern) {
    RequestMatcher path = PATH.matcher(method, pattern);
    return new Limit(request -> isMultipart(request) && path.matches(request), OF_ITS_OWN);
  }

  private static boolean isMultipart(HttpServletRequest request) {
    String type = request.getContentType();
    return type != null && type.toLowerCase().startsWith(MediaType.MULTIPART_FORM_DATA_VALUE);
  }

  /** In bytes, or {@link #OF_ITS_OWN}. */
  static long of(HttpServletRequest request) {
    return LIMITS.stream()
        .filter(limit -> limit.path().matches(request))
        .findFirst()
        .map(Limit::bytes)
        .orElse(SHORT.toBytes());
  }
}
