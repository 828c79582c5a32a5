package org.censusflow.linkage.evaluation;

/** Adds up expected errors, link by link. */
public final class ErrorSum {

  private long matches;
  private double falseMatches;
  private long reviews;
  private double trueInReview;
  private double trueBelow;
  private double lostToBlocking;
  private double spreadFalse;
  private double spreadMissed;

  /** Adds a link. */
  public void link(double posterior, boolean match) {
    double spread = posterior * (1 - posterior);
    if (match) {
      matches++;
      falseMatches += 1 - posterior;
      spreadFalse += spread;
    } else {
      reviews++;
      trueInReview += posterior;
      spreadMissed += spread;
    }
  }

  /** Adds pairs expected among those compared and not linked, and among those never compared. */
  public void missed(double below, double lost) {
    trueBelow += below;
    lostToBlocking += lost;
    spreadMissed += below;
  }

  public ExpectedErrors errors() {
    return new ExpectedErrors(
        matches,
        falseMatches,
        reviews,
        trueInReview,
        trueBelow,
        lostToBlocking,
        spreadFalse,
        spreadMissed);
  }
}
