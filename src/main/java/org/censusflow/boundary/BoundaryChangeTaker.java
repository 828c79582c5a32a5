package org.censusflow.boundary;

/**
 * Takes decided boundaries into the census areas. Without one, and where a decision names no
 * buildings, the decision stays on record as decided and the mapping follows it by hand.
 */
public interface BoundaryChangeTaker {

  /**
   * @param boundary one that {@link DecidedBoundary#movesBuildings}
   * @return what came of it, one Chinese sentence for the record
   */
  Taken take(DecidedBoundary boundary);

  /**
   * @param done false when the areas cannot follow the decision as it stands
   */
  record Taken(boolean done, String note) {}
}
