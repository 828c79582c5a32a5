package org.censusflow.preparation;

/**
 * The household-register rectification in sums, of a subdistrict or of a district, in persons.
 *
 * @param blocks blocks that were reported
 * @param settled of the unregistered, those whose registration has been settled since
 * @param cancelled of those to cancel, those that have been cancelled since
 * @param temporary of the floating, those newly entered in the register of temporary residents
 */
public record RectificationTotals(
    int blocks,
    int registered,
    int floating,
    int separated,
    int unregistered,
    int toCancel,
    int overseas,
    int foreigners,
    int settled,
    int cancelled,
    int temporary) {

  /**
   * How many more live away from their registration than there are people; more than 0 is wrong.
   */
  public int separatedExcess() {
    return separated - registered - floating;
  }

  /** Registrations to settle or cancel, in thousandths of the registered population. */
  public int openPerMille() {
    return registered == 0 ? 0 : (int) (1_000L * (unregistered + toCancel) / registered);
  }

  /** Entries of the register that are still wrong when the rectification ends. */
  public int open() {
    return unregistered - settled + toCancel - cancelled;
  }
}
