package org.censusflow.comparison;

/**
 * How one register compares with the census, in rows.
 *
 * @param supply the supply's id
 * @param compared rows of the register
 * @param matched rows of the register that are a row of the census
 * @param review rows of the register that may be one
 * @param onlyCensus rows of the census that the register does not know
 * @param onlyRegister rows of the register that the census does not know
 */
public record RegisterFigures(
    String supply, int compared, int matched, int review, int onlyCensus, int onlyRegister) {

  static RegisterFigures of(Register register, ComparisonResult result) {
    int review = 0;
    int matched = 0;
    for (Link link : result.links()) {
      if (link.copy()) {
        continue;
      }
      if (link.verdict() == Verdict.MATCH) {
        matched++;
      } else {
        review++;
      }
    }
    return new RegisterFigures(
        register.supply(),
        register.rows().size(),
        matched,
        review,
        result.unmatchedLeft().length,
        result.unmatchedRight().length);
  }
}
