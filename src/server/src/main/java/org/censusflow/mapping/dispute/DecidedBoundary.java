package org.censusflow.mapping.dispute;

import java.util.List;

/**
 * A boundary as decided in a dispute.
 *
 * @param dispute the dispute's number
 * @param censusId key of the census
 * @param line where the boundary runs, in words
 * @param countingSide key of the subdistrict that counts the plot from now on
 * @param targetBlock 15-digit code of the block that the plot falls to; null when left to the
 *     mapping
 * @param buildings 16-digit numbers of the buildings that go there; empty when none were named
 * @param basis why it was decided so
 * @param decidedBy account of who decided
 */
public record DecidedBoundary(
    long dispute,
    String censusId,
    String line,
    String countingSide,
    String targetBlock,
    List<String> buildings,
    String basis,
    String decidedBy) {

  public DecidedBoundary {
    buildings = List.copyOf(buildings);
  }

  /** Whether the decision names what to move where, so that it can be carried out at once. */
  public boolean movesBuildings() {
    return targetBlock != null && !buildings.isEmpty();
  }
}
