package org.censusflow.registration.field;

/**
 * What a supervisor's recheck of a block found.
 *
 * @param drawn households drawn
 * @param checked households rechecked
 * @param items items compared
 * @param wrong items that were wrong
 * @param missedPersons persons who live there and were not registered
 */
public record Rechecked(int drawn, int checked, int items, int wrong, int missedPersons) {

  /** Wrong items among those compared, between 0 and 1. */
  public double errorShare() {
    return items == 0 ? 0 : (double) wrong / items;
  }
}
