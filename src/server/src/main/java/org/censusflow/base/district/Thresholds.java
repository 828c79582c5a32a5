package org.censusflow.base.district;

/**
 * Where a gate opens or a delivery is refused. All but the last are shares between 0 and 1.
 *
 * @param openShare most differences of the district left unsettled at acceptance
 * @param openShareBlock the same in any one block
 * @param addedShare most persons added by rechecks among all registered; above it the leading group
 *     has to look
 * @param identityNumberShare fewest registered persons with a valid identity number
 * @param rejectedRowShare most rows of a delivery that fail their checks; above it the delivery
 *     goes back as a whole
 * @param smallestCell smaller counts than this are not shown to departments; 5 unless the file says
 *     otherwise
 */
public record Thresholds(
    double openShare,
    double openShareBlock,
    double addedShare,
    double identityNumberShare,
    double rejectedRowShare,
    Integer smallestCell) {

  private static final int USUAL_SMALLEST_CELL = 5;

  public Thresholds {
    smallestCell = smallestCell == null ? USUAL_SMALLEST_CELL : smallestCell;
  }
}
