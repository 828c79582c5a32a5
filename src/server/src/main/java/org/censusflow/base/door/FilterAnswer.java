package org.censusflow.base.door;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.http.MediaType;

/** What a filter answers in place of what lies behind it. */
final class FilterAnswer {

  private static final ObjectMapper JSON = new ObjectMapper();

  private FilterAnswer() {}

  static void json(HttpServletResponse response, int status, Object body) throws IOException {
    write(response, status, MediaType.APPLICATION_JSON_VALUE, JSON.writeValueAsString(body));
  }

  static void html(HttpServletResponse response, int status, String page) throws IOException {
    write(response, status, MediaType.TEXT_HTML_VALUE, page);
  }

  private static void write(HttpServletResponse response, int status, String type, String content)
      throws IOException {
    response.setStatus(status);
    response.setContentType(type);
    response.setCharacterEncoding(StandardCharsets.UTF_8.name());
    byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
    response.setContentLength(bytes.length);
    response.getOutputStream().write(bytes);
  }
}
