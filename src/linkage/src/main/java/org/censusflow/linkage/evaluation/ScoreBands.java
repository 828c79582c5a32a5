package org.censusflow.linkage.evaluation;

/** Bands of the posterior, in which a clerical sample is drawn and judged. */
public final class ScoreBands {

  private static final double[] FROM = {0, 0.1, 0.5, 0.9, 0.99, 0.999, 0.9999};

  private ScoreBands() {}

  public static int count() {
    return FROM.length;
  }

  /** The band of a posterior. */
  public static int of(double posterior) {
    int band = FROM.length - 1;
    while (band > 0 && posterior < FROM[band]) {
      band--;
    }
    return band;
  }

  /** The band as in {@code 0.5 to 0.9}. */
  public static String name(int band) {
    String from = Double.toString(FROM[band]);
    return from + " to " + (band + 1 < FROM.length ? Double.toString(FROM[band + 1]) : "1");
  }
}
