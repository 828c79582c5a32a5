package org.censusflow.registration.field;

import java.util.List;

/**
 * What a field work form shows: the households of a block, or those drawn for recheck.
 *
 * @param stage {@code enumerate} or {@code recheck}
 * @param visits visits in vain after which others may be asked
 * @param round 0 for the first; above, every household is confirmed anew
 * @param returnReason why the block came back; null when it did not
 */
public record FieldWorkView(
    String stage,
    String censusId,
    String block,
    String label,
    int visits,
    int round,
    String returnReason,
    List<Outcome> outcomes,
    List<Household> households) {

  /** What may be chosen for a visit. */
  public record Outcome(String code, String label) {}

  /**
   * @param number of the household in the block
   * @param address null until the household is registered
   * @param nextStep Chinese; null when nothing was just recorded
   * @param checkedItems null until rechecked, like all that the recheck finds
   * @param unplaced it stayed when the boundary changed, because the listing does not know its
   *     address
   */
  public record Household(
      int number,
      String address,
      String status,
      String statusLabel,
      int attempts,
      String lastOutcome,
      String nextStep,
      boolean rechecked,
      Integer checkedItems,
      Integer wrongItems,
      Integer missedPersons,
      boolean unplaced) {}
}
