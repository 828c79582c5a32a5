package org.censusflow.base.door;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.censusflow.base.access.Refusal;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;

/** Says what the server refuses before any filter of ours: paths that it cannot decode. */
class ServerRefusalValve extends ErrorReportValve {

  private static final ObjectMapper JSON = new ObjectMapper();

  ServerRefusalValve() {
    setShowReport(false);
    setShowServerInfo(false);
  }

  @Override
  protected void report(Request request, Response response, Throwable thrown) {
    boolean unreadable =
        response.getStatus() == HttpStatus.BAD_REQUEST.value() && response.getContentWritten() == 0;
    if (!unreadable) {
      super.report(request, response, thrown);
    } else if (response.setErrorReported()) {
      write(response);
    }
  }

  private static void write(Response response) {
    try {
      response.setContentType(MediaType.APPLICATION_JSON_VALUE);
      response.setCharacterEncoding(StandardCharsets.UTF_8.name());
      response.getReporter().write(JSON.writeValueAsString(new Refusal(RefusedRequests.ODD)));
      response.finishResponse();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
