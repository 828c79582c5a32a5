package org.censusflow.linkage;

import java.util.List;

/**
 * What the comparison of a district's census with all its registers found.
 *
 * @param findings one a person of whom census and registers say different things, those with a
 *     census row first, in the order of the rows
 * @param registers figures of each register, in the order of the registers
 * @param reviews pairs for people to decide that nobody has decided yet, in the order of the census
 *     rows, those of one row in the order of the registers
 * @param <C> what the classifier answers
 */
public record DistrictFindings<C>(
    List<Finding<C>> findings, List<RegisterFigures> registers, List<ReviewPair> reviews) {

  public DistrictFindings {
    findings = List.copyOf(findings);
    registers = List.copyOf(registers);
    reviews = List.copyOf(reviews);
  }
}
