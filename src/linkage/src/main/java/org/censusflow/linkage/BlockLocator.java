package org.censusflow.linkage;

import java.util.HashMap;
import java.util.Map;
import org.censusflow.linkage.population.AddressColumn;
import org.censusflow.linkage.population.CodeColumn;
import org.censusflow.linkage.population.Population;

/**
 * Finds the block of an address from the addresses that the census registered: the same address,
 * else the same entrance, else the same street where that lies in one block. Where rows disagree,
 * the majority counts.
 */
final class BlockLocator {

  private static final double CLEAR_MAJORITY = 0.8;
  private static final int ENOUGH = 5;

  private final CodeColumn blocks;
  private final Map<Long, Votes> addresses = new HashMap<>();
  private final Map<Long, Votes> entrances = new HashMap<>();
  private final Map<Long, Votes> streets = new HashMap<>();

  BlockLocator(Population census) {
    blocks = (CodeColumn) census.column(CensusFields.BLOCK);
    AddressColumn address = (AddressColumn) census.column(CensusFields.ADDRESS);
    for (int row = 0; row < census.size(); row++) {
      int block = blocks.ordinal(row);
      if (block != 0 && !address.missing(row)) {
        addresses.computeIfAbsent(address.key(row), key -> new Votes()).add(block);
        if (address.entrance(row) != 0) {
          entrances.computeIfAbsent(address.entrance(row), key -> new Votes()).add(block);
        }
        if (address.street(row) != 0) {
          streets.computeIfAbsent((long) address.street(row), key -> new Votes()).add(block);
        }
      }
    }
  }

  /** Code of the block, or {@code null} when the census knows nothing near. */
  String locate(AddressColumn address, int row) {
    if (address.missing(row)) {
      return null;
    }
    Votes votes = addresses.get(address.key(row));
    if (votes == null && address.entrance(row) != 0) {
      votes = entrances.get(address.entrance(row));
    }
    if (votes == null && address.street(row) != 0) {
      Votes street = streets.get((long) address.street(row));
      votes = street != null && street.share() >= CLEAR_MAJORITY ? street : null;
    }
    return votes == null ? null : blocks.distinct().get(votes.winner());
  }

  /**
   * Whether nearly everybody at a census row's entrance is registered in another block than the
   * row.
   */
  boolean outOfPlace(AddressColumn address, int row) {
    Votes votes = address.entrance(row) == 0 ? null : entrances.get(address.entrance(row));
    if (votes == null || votes.total < ENOUGH) {
      votes = address.street(row) == 0 ? null : streets.get((long) address.street(row));
    }
    return votes != null
        && votes.total >= ENOUGH
        && votes.share() >= CLEAR_MAJORITY
        && votes.winner() != blocks.ordinal(row);
  }

  /** Counts by block; nearly always there is one. */
  private static final class Votes {
    private final Map<Integer, Integer> counts = new HashMap<>(2);
    private int total;

    void add(int block) {
      counts.merge(block, 1, Integer::sum);
      total++;
    }

    int winner() {
      int winner = 0;
      int most = 0;
      for (Map.Entry<Integer, Integer> entry : counts.entrySet()) {
        if (entry.getValue() > most || entry.getValue() == most && entry.getKey() < winner) {
          winner = entry.getKey();
          most = entry.getValue();
        }
      }
      return winner;
    }

    double share() {
      return (double) counts.get(winner()) / total;
    }
  }
}
