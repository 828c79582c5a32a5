package org.censusflow.base.door;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;

/**
 * What the engine's REST may be sent: one JSON object that holds no more than a form or a query of
 * a person does. The engine makes a condition of its own of every object in a query, however many.
 */
final class EngineBody {

  private static final String TOO_MUCH = "CF-E188 一次提交的条件或者内容太多，没有办理。请减少查询条件，或者分次提交。";

  /** The largest form of this program has a third of it. */
  private static final int MOST_OBJECTS = 64;

  private static final JsonFactory JSON = new JsonFactory();

  private EngineBody() {}

  static boolean isOfEngine(HttpServletRequest request) {
    String path = request.getRequestURI();
    return path.startsWith("/engine-rest/") || path.startsWith("/camunda/api/");
  }

  /** What is wrong, in Chinese; what is no JSON at all the engine's REST refuses itself. */
  static Optional<String> fault(byte[] body) {
    int objects = 0;
    try (JsonParser json = JSON.createParser(body)) {
      JsonToken first = json.nextToken();
      if (first != null && first != JsonToken.START_OBJECT) {
        return Optional.of(RefusedRequests.ODD);
      }
      for (JsonToken token = first; token != null; token = json.nextToken()) {
        objects += token == JsonToken.START_OBJECT ? 1 : 0;
        if (objects > MOST_OBJECTS) {
          return Optional.of(TOO_MUCH);
        }
      }
      return Optional.empty();
    } catch (JacksonException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException("A body in memory cannot be read", e);
    }
  }
}
