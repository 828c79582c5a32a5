package org.censusflow.mapping.boundary;

import java.util.List;
import org.censusflow.mapping.area.ChangeKind;
import org.censusflow.mapping.area.Dwelling;

/**
 * How a block could be brought to the load norm.
 *
 * @param kind {@code SPLIT} or {@code MERGE}
 * @param block code that stays
 * @param parts what stays and what a split creates, in this order; a merge has one part
 * @param merged codes of the blocks that a merge retires; empty for a split
 * @param text the proposal in Chinese
 */
public record BlockProposal(
    ChangeKind kind, String block, List<Part> parts, List<String> merged, String text) {

  /**
   * @param code code that the part gets
   * @param dwellings the dwellings of a split's part; empty for a merge
   */
  public record Part(String code, int households, int persons, List<Dwelling> dwellings) {}
}
