package org.censusflow.coverage;

/**
 * A block of a sample: what was found of its census persons (the E sample) and of the survey's (the
 * P sample). Fractions stand for unresolved persons who count with a probability.
 *
 * @param weight blocks that it stands for: one over its probability of being drawn
 * @param enumerated E: census persons of the block with data of their own
 * @param correct CE: of these, who are rightly counted, once
 * @param survey P: persons of the survey who lived here at the reference time
 * @param matched M: of these, who are matched to a census person
 */
public record SampledBlock(
    String stratum,
    String block,
    double weight,
    double enumerated,
    double correct,
    double survey,
    double matched) {

  /**
   * @throws IllegalArgumentException when the counts contradict each other
   */
  public SampledBlock {
    if (!(weight >= 1)
        || !(correct >= 0 && correct <= enumerated)
        || !(matched >= 0 && matched <= survey)) {
      throw new IllegalArgumentException("the counts of block " + block + " contradict each other");
    }
  }
}
