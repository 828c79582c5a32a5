package org.censusflow.registration.question;

import java.util.Map;

/** What a registration is to become, before the checks have looked at it. */
public sealed interface Proposal {

  /**
   * Other answers of somebody who is registered.
   *
   * @param block where the person counts from now on; null for where it counts today
   * @param form the form that the answers belong to; null for the one they stand on
   * @param answers those that change, by item key, an empty one where there is none any more
   */
  record Changed(long personId, String block, String form, Map<String, String> answers)
      implements Proposal {

    public static Changed answers(long personId, Map<String, String> answers) {
      return new Changed(personId, null, null, answers);
    }

    public static Changed block(long personId, String block) {
      return new Changed(personId, block, null, Map.of());
    }

    public static Changed form(long personId, String form) {
      return new Changed(personId, null, form, Map.of());
    }
  }

  /**
   * Somebody whom the registration has missed.
   *
   * @param householdNo number of the household in the block as it was written down; null for a new
   *     household under the next number
   * @param address of the household; only looked at when it is a new one
   * @param answers by item key
   */
  record Added(
      String censusId,
      String block,
      String householdNo,
      String address,
      String form,
      Map<String, String> answers)
      implements Proposal {}

  /** Nobody was to be registered here at the reference time. */
  record Removed(long personId) implements Proposal {}
}
