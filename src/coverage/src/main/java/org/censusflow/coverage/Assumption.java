package org.censusflow.coverage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What must hold for an estimate to mean what it says; printed beside it [UN, chapter 8]. */
public enum Assumption {
  CLOSED(
      "Nobody moved in or out, was born or died between census and survey, or it was set right."),
  INDEPENDENT(
      "Whether the survey finds a person does not depend on whether the census did; Nour's bounds"
          + " show what the usual dependence does."),
  EQUAL_CHANCE(
      "Within a stratum, each person has the same chance of being counted in at least one of the"
          + " two lists."),
  PERFECT_MATCHING(
      "Every match and no false one was found; the sensitivity shows half a per cent of error."),
  NO_SPURIOUS(
      "Neither list has persons who do not belong, other than those given as erroneous or imputed."),
  ONE_BY_ONE(
      "Persons are missed one by one: without clusters the standard error is too small where blocks"
          + " differ."),
  WITHIN_BLOCKS(
      "Blocks differ and are independent of each other; within a block persons are missed one by"
          + " one. Where whole households are missed the interval is too narrow."),
  THESE_BLOCKS(
      "The population is that of the blocks given, not of others that they may stand for.");

  private final String text;

  Assumption(String text) {
    this.text = text;
  }

  /** One English sentence. */
  public String text() {
    return text;
  }

  static List<Assumption> of(boolean clustered) {
    List<Assumption> all = new ArrayList<>(Arrays.asList(values()));
    all.remove(clustered ? ONE_BY_ONE : WITHIN_BLOCKS);
    return List.copyOf(all);
  }
}
