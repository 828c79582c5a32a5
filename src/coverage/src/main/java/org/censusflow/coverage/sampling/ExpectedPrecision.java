package org.censusflow.coverage.sampling;

import java.util.List;
import java.util.Map;

/**
 * What a sample will be able to tell, before it is drawn (L. Kish, "Survey Sampling", 1965,
 * chapters 5 and 7): the omission rate is that of a simple sample of as many persons, its variance
 * raised by the design effect 1 + (b − 1)·ρ, b being the persons of a block as it is drawn.
 *
 * @param blocks that will be drawn
 * @param persons expected in them
 * @param designEffect of the whole sample: its variance in that of as many persons drawn one by one
 * @param standardError of the omission rate, as a share
 * @param relativeError of the omission rate: standard error in the rate
 */
public record ExpectedPrecision(
    int blocks, double persons, double designEffect, double standardError, double relativeError) {

  /**
   * What is taken to be true before anything is known.
   *
   * @param omissionRate share of persons whom the census has missed; above 0, below 1
   * @param withinBlock correlation ρ of being missed between two persons of a block, 0 to 1; whole
   *     households of three among eighty give about 0.01
   */
  public record Assumed(double omissionRate, double withinBlock) {

    /**
     * @throws IllegalArgumentException when a figure is out of its range
     */
    public Assumed {
      if (!(omissionRate > 0 && omissionRate < 1 && withinBlock >= 0 && withinBlock <= 1)) {
        throw new IllegalArgumentException(
            "an omission rate between 0 and 1 and a correlation from 0 to 1 are needed");
      }
    }
  }

  /**
   * @throws IllegalArgumentException as {@link BlockSample#draw} does
   */
  public static ExpectedPrecision of(
      List<FrameBlock> frame, Map<String, Integer> takes, Assumed assumed) {
    Frame strata = new Frame(frame, takes);
    double population = frame.stream().mapToLong(FrameBlock::size).sum();
    double perPerson = assumed.omissionRate() * (1 - assumed.omissionRate());
    int blocks = 0;
    double persons = 0;
    double variance = 0;
    for (String stratum : strata.names()) {
      List<FrameBlock> own = strata.blocks(stratum);
      int take = strata.take(stratum);
      double size = own.stream().mapToLong(FrameBlock::size).sum();
      // A block is the likelier drawn the more persons it has.
      double drawn = own.stream().mapToDouble(b -> b.size() * (b.size() / size)).sum();
      double effect = 1 + (drawn - 1) * assumed.withinBlock();
      double left = 1 - take / (double) own.size();
      double share = size / population;
      blocks += take;
      persons += take * drawn;
      variance += share * share * left * perPerson * effect / (take * drawn);
    }
    double error = Math.sqrt(variance);
    return new ExpectedPrecision(
        blocks, persons, variance * persons / perPerson, error, error / assumed.omissionRate());
  }
}
