package org.censusflow.base.operations;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps back what the engine's REST makes of a refusal: some of its resources wrap whatever goes
 * wrong in them into a technical error, and tell more than the caller should know. A refusal that
 * the REST got over, so that it answers after all, is none.
 */
class RefusalAnswer extends HttpServletResponseWrapper {

  private static final Logger log = LoggerFactory.getLogger(RefusalAnswer.class);

  private final OutsideCall call;
  private OutsideCall.Refused refusal;
  private boolean keptBack;
  private boolean gone;

  RefusalAnswer(HttpServletResponse response, OutsideCall call) {
    super(response);
    this.call = call;
  }

  /** Whether somebody else has to answer. */
  boolean isKeptBack() {
    return keptBack && !isCommitted();
  }

  /** How to answer what is kept back. */
  OutsideCall.Refused refusal() {
    return refusal;
  }

  @Override
  public void setStatus(int status) {
    refusal = status >= SC_INTERNAL_SERVER_ERROR ? call.refusalOfError() : call.refusal();
    keptBack = status >= SC_BAD_REQUEST && refusal != null;
    super.setStatus(status);
  }

  @Override
  public void setContentLength(int length) {
    setContentLengthLong(length);
  }

  @Override
  public void setContentLengthLong(long length) {
    if (!keptBack) {
      super.setContentLengthLong(length);
    }
  }

  @Override
  public void addHeader(String name, String value) {
    if (!keptBack) {
      super.addHeader(name, value);
    }
  }

  @Override
  public void setHeader(String name, String value) {
    if (!keptBack) {
      super.setHeader(name, value);
    }
  }

  @Override
  public ServletOutputStream getOutputStream() throws IOException {
    return keptBack ? new Nowhere() : new ToWhoIsThere(super.getOutputStream());
  }

  @Override
  public PrintWriter getWriter() throws IOException {
    return keptBack ? new PrintWriter(Writer.nullWriter()) : super.getWriter();
  }

  @Override
  public void flushBuffer() {
    if (!keptBack) {
      unlessGone(super::flushBuffer);
    }
  }

  private interface Step {
    void run() throws IOException;
  }

  /**
   * Goes quiet when the other side has gone away: the engine's REST would take what it cannot write
   * any more for a fault, once for the answer and once for its end.
   */
  private void unlessGone(Step step) {
    if (gone) {
      return;
    }
    try {
      step.run();
    } catch (IOException e) {
      gone = true;
      log.debug("Nobody was there any more for the answer to {}", call, e);
    }
  }

  private final class ToWhoIsThere extends ServletOutputStream {

    private final ServletOutputStream out;

    ToWhoIsThere(ServletOutputStream out) {
      this.out = out;
    }

    @Override
    public void write(int value) {
      unlessGone(() -> out.write(value));
    }

    @Override
    public void write(byte[] bytes, int from, int length) {
      unlessGone(() -> out.write(bytes, from, length));
    }

    @Override
    public void flush() {
      unlessGone(out::flush);
    }

    @Override
    public void close() {
      unlessGone(out::close);
    }

    @Override
    public boolean isReady() {
      return out.isReady();
    }

    @Override
    public void setWriteListener(WriteListener listener) {
      out.setWriteListener(listener);
    }
  }

  private static final class Nowhere extends ServletOutputStream {

    @Override
    public void write(int value) {
      // What is kept back is not answered.
    }

    @Override
    public boolean isReady() {
      return true;
    }

    @Override
    public void setWriteListener(WriteListener listener) {
      throw new IllegalStateException("A refusal is answered at once");
    }
  }
}
