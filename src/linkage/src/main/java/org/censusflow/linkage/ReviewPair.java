package org.censusflow.linkage;

import java.util.List;

/**
 * A census row and a record that may be one person: the comparison leaves the decision to people.
 *
 * @param censusRow key of the census row
 * @param register the record
 * @param posterior probability that both are one person
 * @param takenAsSame what the findings assume as long as nobody has decided
 * @param evidence the evidence behind the probability, a field each
 */
public record ReviewPair(
    String censusRow,
    RegisterReference register,
    double posterior,
    boolean takenAsSame,
    List<Evidence> evidence) {

  public ReviewPair {
    evidence = List.copyOf(evidence);
  }
}
