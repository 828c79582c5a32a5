package org.censusflow.crosscheck.recheck;

import java.util.List;
import java.util.Map;

/**
 * What an officer sees of a block's differences.
 *
 * @param role who verifies, as staff say it
 * @param stage {@code verify} or {@code review}
 * @param choices by field, what it is answered with
 * @param open differences that wait for this stage
 * @param settled differences that no longer wait for it
 */
public record RecheckView(
    String block,
    String blockLabel,
    String role,
    String stage,
    List<Person> people,
    Map<String, List<Option>> choices,
    int open,
    int settled) {

  /** A code with what staff read. */
  public record Option(String code, String label) {}

  /**
   * What a correction says of one field.
   *
   * @param before the answer in force as staff read it, an identity number in part; null where
   *     there is none
   */
  public record Changed(String label, String before, String after) {}

  /** One person with all findings together; identity numbers are shown masked. */
  public record Person(
      int subject,
      String name,
      String idNumberMasked,
      String sexLabel,
      String birthDate,
      String address,
      List<Item> differences) {}

  /**
   * One difference with its possible outcomes and the decision taken so far.
   *
   * @param evidence what was compared and how it came out
   * @param found where the person was found, the census itself included
   * @param changes the same correction in words, beside what it replaces
   * @param doubts what the checks doubt in it, which the household has said again
   * @param settledByMe whether the viewer recorded the outcome, and so may not review it
   */
  public record Item(
      long id,
      String classCode,
      String classLabel,
      List<String> evidence,
      List<Found> found,
      List<Choice> outcomes,
      String status,
      String outcome,
      String outcomeLabel,
      String reason,
      Map<String, String> correction,
      List<Changed> changes,
      List<String> doubts,
      String returnReason,
      boolean settledByMe) {}

  /** A place where the person was found, and what stands there. */
  public record Found(String supplyLabel, String values) {}

  /**
   * A possible outcome.
   *
   * @param asks which answers it needs besides the reason: {@code none}, {@code person}, {@code
   *     answers}, {@code block} or {@code keep}
   */
  public record Choice(String code, String label, String asks) {}
}
