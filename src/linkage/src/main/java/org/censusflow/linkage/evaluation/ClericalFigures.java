package org.censusflow.linkage.evaluation;

/**
 * What people's verdicts on a sample say of all links. The sample is stratified by score band;
 * Wilson's intervals of the bands are put together by recovering their variances (Zou and Donner
 * 2008), so that a band in which no error was seen still counts with what a sample of its size can
 * tell.
 */
public final class ClericalFigures {

  private final long[] links = new long[ScoreBands.count()];
  private final long[] matches = new long[ScoreBands.count()];
  private final double[] posteriors = new double[ScoreBands.count()];
  private final long[] judged = new long[ScoreBands.count()];
  private final long[] same = new long[ScoreBands.count()];
  private final long[] unsure = new long[ScoreBands.count()];

  /** Takes one of all links. */
  public void link(double posterior, boolean match) {
    int band = ScoreBands.of(posterior);
    links[band]++;
    matches[band] += match ? 1 : 0;
    posteriors[band] += posterior;
  }

  /** Takes a verdict on a link; {@code null} where the clerk could not tell. */
  public void verdict(double posterior, Boolean onePerson) {
    int band = ScoreBands.of(posterior);
    if (onePerson == null) {
      unsure[band]++;
    } else {
      judged[band]++;
      same[band] += onePerson ? 1 : 0;
    }
  }

  public long links(int band) {
    return links[band];
  }

  public long judged(int band) {
    return judged[band];
  }

  public long unsure(int band) {
    return unsure[band];
  }

  /** Share of a band's links that are one person, by the verdicts. */
  public ShareInterval share(int band) {
    return ShareInterval.wilson(same[band], judged[band], links[band]);
  }

  /** The same by the posteriors. */
  public double meanPosterior(int band) {
    return links[band] == 0 ? Double.NaN : posteriors[band] / links[band];
  }

  /**
   * Whether verdicts and posteriors part: the comparison is surer, or less sure, than it may be.
   */
  public boolean parts(int band) {
    return judged[band] > 0 && !share(band).holds(meanPosterior(band));
  }

  /** Share of the matches that are one person. */
  public ShareInterval precision() {
    return stratified(matches);
  }

  /**
   * Share of the true pairs that are matches.
   *
   * @param missed true pairs that are no links at all, as the comparison's report expects them
   */
  public ShareInterval recall(double missed) {
    long[] others = new long[links.length];
    long allMatches = 0;
    long allOthers = 0;
    for (int band = 0; band < links.length; band++) {
      others[band] = links[band] - matches[band];
      allMatches += matches[band];
      allOthers += others[band];
    }
    ShareInterval right = stratified(matches);
    ShareInterval inReview = stratified(others);
    return new ShareInterval(
        recall(right.share() * allMatches, part(inReview.share(), allOthers) + missed),
        recall(right.from() * allMatches, part(inReview.to(), allOthers) + missed),
        recall(right.to() * allMatches, part(inReview.from(), allOthers) + missed));
  }

  private static double part(double share, long of) {
    return of == 0 ? 0 : share * of;
  }

  private static double recall(double found, double missed) {
    return found + missed == 0 ? Double.NaN : found / (found + missed);
  }

  private ShareInterval stratified(long[] of) {
    double all = 0;
    double share = 0;
    double below = 0;
    double above = 0;
    for (int band = 0; band < of.length; band++) {
      if (of[band] > 0) {
        ShareInterval one = share(band);
        double middle = Double.isNaN(one.share()) ? 0.5 : one.share();
        all += of[band];
        share += of[band] * one.share();
        below += Math.pow(of[band] * (middle - one.from()), 2);
        above += Math.pow(of[band] * (one.to() - middle), 2);
      }
    }
    if (all == 0 || Double.isNaN(share)) {
      return new ShareInterval(Double.NaN, 0, 1);
    }
    return new ShareInterval(
        share / all,
        Math.max(0, (share - Math.sqrt(below)) / all),
        Math.min(1, (share + Math.sqrt(above)) / all));
  }
}
