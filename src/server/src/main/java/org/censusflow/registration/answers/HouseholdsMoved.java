package org.censusflow.registration.answers;

import java.util.List;
import org.censusflow.mapping.area.BlocksChanged;

/**
 * The registrations have followed a boundary change. Published inside its transaction, also when no
 * household had to move.
 */
public record HouseholdsMoved(BlocksChanged change, List<Move> moves) {

  /** A household that counts in another block now, under another number. */
  public record Move(long household, String from, int fromNo, String to, int toNo) {}

  public HouseholdsMoved {
    moves = List.copyOf(moves);
  }
}
