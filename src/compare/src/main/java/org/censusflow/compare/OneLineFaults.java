package org.censusflow.compare;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;

/** Runs what a command does and says in one line what went wrong. */
final class OneLineFaults {

  private OneLineFaults() {}

  /** What a command does. */
  interface Work {
    void run() throws IOException;
  }

  /** Exit code 0, or 1 when the work ended with a fault. */
  static int run(PrintWriter err, Work work) {
    String fault;
    try {
      work.run();
      return 0;
    } catch (IllegalArgumentException e) {
      fault = e.getMessage();
    } catch (IOException e) {
      fault = FaultWords.words(e);
    } catch (UncheckedIOException e) {
      fault = FaultWords.words(e.getCause());
    } catch (OutOfMemoryError e) {
      fault = FaultWords.words(e);
    } catch (RuntimeException e) {
      fault = FaultWords.words(e);
    }
    err.println(fault);
    err.flush();
    return 1;
  }
}
