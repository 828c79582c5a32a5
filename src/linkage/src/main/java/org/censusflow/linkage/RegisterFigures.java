package org.censusflow.linkage;

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

  /** A person's decision about a link counts instead of the comparison's. */
  static RegisterFigures of(RegisterRows register, ComparisonResult result, Judgements judgements) {
    int review = 0;
    int matched = 0;
    int parted = 0;
    for (Link link : result.links()) {
      if (link.copy()) {
        continue;
      }
      int node = register.offset + link.right();
      if (judgements.sayDifferent(link.left(), node)) {
        parted++;
      } else if (link.verdict() == Verdict.MATCH || judgements.saySame(link.left(), node)) {
        matched++;
      } else {
        review++;
      }
    }
    return new RegisterFigures(
        register.register.supply(),
        register.rows.size(),
        matched,
        review,
        result.unmatchedLeft().length + parted,
        result.unmatchedRight().length + parted);
  }
}
