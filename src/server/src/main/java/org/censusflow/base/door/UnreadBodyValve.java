package org.censusflow.base.door;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.ActionCode;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

/**
 * Does not listen for long to who was refused before the body was read. The server reads such a
 * body to its end, so that the client sees the answer; a client that sends a byte now and then
 * would hold it for ever, and needs no login for that.
 */
class UnreadBodyValve extends ValveBase {

  private static final Logger log = LoggerFactory.getLogger(UnreadBodyValve.class);
  private static final long LONGEST = Duration.ofSeconds(5).toNanos();
  private static final int MOST = 2 * 1024 * 1024;
  private static final int PIECE = 8192;

  UnreadBodyValve() {
    super(true);
  }

  @Override
  public void invoke(Request request, Response response) throws IOException, ServletException {
    getNext().invoke(request, response);
    boolean refused = response.getStatus() >= HttpStatus.BAD_REQUEST.value();
    if (refused && !request.isAsync() && !isRead(request)) {
      if (!response.isCommitted()) {
        response.setHeader(HttpHeaders.CONNECTION, "close");
      }
      response.finishResponse();
      if (!endsSoon(request)) {
        request.getCoyoteRequest().action(ActionCode.DISABLE_SWALLOW_INPUT, null);
      }
    }
  }

  /** Whether nothing is left for the server to wait for. */
  private static boolean endsSoon(Request request) {
    long end = System.nanoTime() + LONGEST;
    byte[] piece = new byte[PIECE];
    int read = 0;
    int length;
    try {
      InputStream in = request.getStream();
      while (read < MOST && System.nanoTime() < end && (length = in.read(piece)) >= 0) {
        read += length;
      }
    } catch (IOException e) {
      log.debug("A refused client went away or fell silent", e);
      return !(e.getCause() instanceof SocketTimeoutException);
    }
    return isRead(request);
  }

  private static boolean isRead(Request request) {
    AtomicBoolean read = new AtomicBoolean();
    request.getCoyoteRequest().action(ActionCode.REQUEST_BODY_FULLY_READ, read);
    return read.get();
  }
}
