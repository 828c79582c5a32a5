package org.censusflow.tables.disclosure;

/**
 * The p %-rule for totals of establishments: nobody, not even the second largest contributor, may
 * come closer than p per cent to the largest. With the rest r = total − largest − second, a cell is
 * sensitive where r &lt; p/100·largest (Hundepool et al., 2012, 4.2.2).
 *
 * @param percent p
 * @param contributions of each cell of the table
 */
public record Dominance(int percent, Contributions contributions) {

  /** The two largest contributions to each cell. */
  public interface Contributions {
    long largest(int cell);

    long second(int cell);
  }

  /**
   * By how much the largest value that can be computed must exceed the total; 0 if not sensitive.
   */
  long needed(int cell, long total) {
    long largest = contributions.largest(cell);
    long rest = total - largest - contributions.second(cell);
    return Math.max(0, (long) Math.ceil(percent / 100.0 * largest) - rest);
  }
}
