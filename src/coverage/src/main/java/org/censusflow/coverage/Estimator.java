package org.censusflow.coverage;

/**
 * Size of a closed population that two independent lists have counted. With n1 persons in the
 * census, n2 in the survey, m in both.
 */
public enum Estimator {
  /** N = n1·n2/m; variance n1·n2·(n1−m)·(n2−m)/m³ [S, 3.1]; biased upwards where m is small. */
  LINCOLN_PETERSEN {
    @Override
    double estimate(Counts c) {
      return c.census() * c.survey() / c.matched();
    }

    @Override
    double variance(Counts c) {
      return c.census()
          * c.survey()
          * c.censusOnly()
          * c.surveyOnly()
          / (c.matched() * c.matched() * c.matched());
    }
  },
  /**
   * N = (n1+1)(n2+1)/(m+1) − 1; variance (n1+1)(n2+1)(n1−m)(n2−m)/((m+1)²(m+2)) [C; S, 3.2];
   * without bias where n1 + n2 ≥ N, and finite without a match.
   */
  CHAPMAN {
    @Override
    double estimate(Counts c) {
      return (c.census() + 1) * (c.survey() + 1) / (c.matched() + 1) - 1;
    }

    @Override
    double variance(Counts c) {
      double m1 = c.matched() + 1;
      return (c.census() + 1)
          * (c.survey() + 1)
          * c.censusOnly()
          * c.surveyOnly()
          / (m1 * m1 * (c.matched() + 2));
    }
  },
  /**
   * m + (n1−m) + (n2−m) + (n1−m)(n2−m)/m within each stratum, then the sum [CD]: the persons that
   * both have missed are added to those seen. With erroneous and imputed persons taken off the
   * census it is the survey's form (C − II)·(CE/E)·(P/M).
   */
  CHANDRASEKAR_DEMING {
    @Override
    double estimate(Counts c) {
      return c.seen() + missedByBoth(c);
    }

    @Override
    double variance(Counts c) {
      return LINCOLN_PETERSEN.variance(c);
    }
  };

  abstract double estimate(Counts counts);

  /** For persons who are missed one by one; see {@link ClusterVariance} for blocks. */
  abstract double variance(Counts counts);

  /** Persons whom neither list has, when the lists are independent. */
  static double missedByBoth(Counts c) {
    return c.censusOnly() * c.surveyOnly() / c.matched();
  }
}
