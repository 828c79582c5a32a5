package org.censusflow.registration.field;

import java.io.PrintWriter;
import java.util.List;

/**
 * Measures how blocks scale, as instances of their own and as children of one multi-instance. Only
 * there when the program runs for it ({@code bench blocks}), on a database of its own.
 */
public interface BlockBench {

  /**
   * @param sizes numbers of blocks, started and completed one after the other
   * @param rival number of blocks for the comparison with one multi-instance call activity; 0 for
   *     none
   * @param completers threads that complete tasks at once
   * @param real numbers of blocks that go through the deployed {@code AreaRegistration}, by the job
   *     executor
   */
  record Plan(List<Integer> sizes, int rival, int completers, List<Integer> real) {}

  /**
   * @return whether every target was reached
   */
  boolean run(Plan plan, PrintWriter console);
}
