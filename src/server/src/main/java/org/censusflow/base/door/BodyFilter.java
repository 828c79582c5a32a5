package org.censusflow.base.door;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Optional;
import org.censusflow.base.access.Refusal;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Reads a body before anybody takes it apart, and only once the caller may send one: no longer than
 * the path allows, whatever was declared, and no longer than it should take. What is left for the
 * code behind is short and whole.
 */
class BodyFilter extends OncePerRequestFilter {

  static final String TOO_LARGE = "CF-E180 提交的内容太大，没有保存。请分批提交；大量数据请用文件上传。";

  private static final Refusal TOO_SLOW = new Refusal("CF-E187 提交的内容迟迟没有传完，没有保存。请检查网络后重新提交。");
  private static final int PIECE = 8192;

  private final Duration longest;

  /**
   * @param longest how long a body may take from its first byte to its last
   */
  BodyFilter(Duration longest) {
    this.longest = longest;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    long most = BodyLimits.of(request);
    if (most == BodyLimits.OF_ITS_OWN || !hasBody(request)) {
      chain.doFilter(request, response);
      return;
    }
    Optional<byte[]> body;
    try {
      body =
          request.getContentLengthLong() > most
              ? Optional.empty()
              : read(request.getInputStream(), (int) most);
    } catch (IOException e) {
      if (!(e instanceof SocketTimeoutException)
          && !(e.getCause() instanceof SocketTimeoutException)) {
        throw e;
      }
      refuse(response, HttpStatus.REQUEST_TIMEOUT, TOO_SLOW);
      return;
    }
    if (body.isEmpty()) {
      refuse(response, HttpStatus.PAYLOAD_TOO_LARGE, new Refusal(TOO_LARGE));
    } else if (isJson(request) && JsonEscapes.holdsUnstorable(body.get())) {
      refuse(response, HttpStatus.BAD_REQUEST, new Refusal(RefusedRequests.ODD));
    } else if (isJson(request) && EngineBody.isOfEngine(request)) {
      Optional<String> fault = EngineBody.fault(body.get());
      if (fault.isPresent()) {
        FilterAnswer.json(response, HttpStatus.BAD_REQUEST.value(), new Refusal(fault.get()));
      } else {
        chain.doFilter(new BufferedRequest(request, body.get()), response);
      }
    } else {
      chain.doFilter(new BufferedRequest(request, body.get()), response);
    }
  }

  private static boolean hasBody(HttpServletRequest request) {
    return request.getContentLengthLong() > 0 || request.getHeader("Transfer-Encoding") != null;
  }

  /**
   * Whoever is refused has not been read to the end: the connection is of no use any more. After a
   * read that timed out the server keeps the status and writes a body of its own.
   */
  private static void refuse(HttpServletResponse response, HttpStatus status, Refusal refusal)
      throws IOException {
    response.setHeader("Connection", "close");
    FilterAnswer.json(response, status.value(), refusal);
  }

  /** Empty when there is more than may come. */
  private Optional<byte[]> read(InputStream in, int most) throws IOException {
    long end = System.nanoTime() + longest.toNanos();
    ByteArrayOutputStream body = new ByteArrayOutputStream(PIECE);
    byte[] piece = new byte[PIECE];
    int length;
    while ((length = in.read(piece)) >= 0) {
      body.write(piece, 0, length);
      if (body.size() > most) {
        return Optional.empty();
      }
      if (System.nanoTime() > end) {
        throw new SocketTimeoutException("The body takes too long");
      }
    }
    return Optional.of(body.toByteArray());
  }

  private static boolean isJson(HttpServletRequest request) {
    String type = request.getContentType();
    return type != null && type.contains(MediaType.APPLICATION_JSON.getSubtype());
  }
}
