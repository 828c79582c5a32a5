package org.censusflow.base.operations;

import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * An operation as the engine's OpenAPI names it: method and path.
 *
 * @param method such as {@code POST}
 * @param path pattern such as {@code /task/{id}/claim}
 */
public record Operation(String method, PathPattern path) {

  private static final PathPatternParser PATTERNS = new PathPatternParser();

  /**
   * @param text such as {@code POST /task/{id}/claim}
   */
  static Operation of(String text) {
    String[] parts = text.strip().split("\\s+", 2);
    return new Operation(parts[0], PATTERNS.parse(parts[1]));
  }

  /** HEAD asks for what GET answers, without its body. */
  boolean matches(String asked, PathContainer at) {
    String same = "HEAD".equals(asked) ? "GET" : asked;
    return method.equals(same) && path.matches(at);
  }

  @Override
  public String toString() {
    return method + " " + path.getPatternString();
  }
}
