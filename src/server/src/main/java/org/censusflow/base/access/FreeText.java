package org.censusflow.base.access;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds numbers of persons in what staff write beside the answers: identity numbers, mobile
 * numbers, passports and permits. Such text goes to other people and other systems than the answers
 * do, and no number of a person belongs there (discipline 1 of the guide). However its digits are
 * written, and with marks between them, a number is one.
 */
public final class FreeText {

  private static final int SHORTEST = 8;

  private FreeText() {}

  /**
   * What is wrong with a text, in Chinese, as part of a sentence; empty when it names no number.
   *
   * @param label what the form calls the field
   */
  public static Optional<String> fault(String label, String text) {
    List<String> found = found(text);
    return found.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "“"
                + label
                + "”里有"
                + String.join("和", found)
                + "，请删去：说明文字不得写任何人的证件号码和手机号码，号码只填在登记表的项目里");
  }

  private static List<String> found(String text) {
    if (text == null || text.length() < SHORTEST) {
      return List.of();
    }
    String plain = WrittenDigits.plain(text);
    List<DigitRun> runs = DigitRun.in(plain);
    List<String> found = new ArrayList<>();
    if (runs.stream().anyMatch(IdentityNumbers::ofResidents)) {
      found.add("公民身份号码");
    }
    if (runs.stream().anyMatch(IdentityNumbers::ofForeigners) || TravelDocuments.in(plain)) {
      found.add("护照、通行证或者居留证号码");
    }
    if (runs.stream().anyMatch(run -> MobileNumbers.in(run) && !IdentityNumbers.ofResidents(run))) {
      found.add("手机号码");
    }
    return found;
  }
}
