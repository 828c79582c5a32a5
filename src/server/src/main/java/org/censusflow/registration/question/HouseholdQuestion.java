package org.censusflow.registration.question;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * A doubt about an answer that goes back to the household.
 *
 * @param block where the household is asked: its block when the question came up
 * @param personId whom it is about; null for the household's own items
 * @param reason what is in doubt
 * @param evidence what the doubt rests on
 * @param reply what the household says; null until it was met
 * @param doubts what the checks doubt in the reply, which the household has said again; null for
 *     nothing
 * @param answeredBy account of the officer who recorded the reply
 * @param escalatedNote why the enumerator met nobody, so that the supervisor asks; null otherwise
 * @param remark why it was sent back
 */
public record HouseholdQuestion(
    long id,
    String censusId,
    String block,
    int householdNo,
    long householdId,
    Long personId,
    String reason,
    String evidence,
    State state,
    String askedBy,
    Instant askedAt,
    QuestionReply reply,
    String doubts,
    String answeredBy,
    String escalatedNote,
    String checkedBy,
    String remark) {

  /** How far a question is. */
  public enum State {
    OPEN,
    ANSWERED,
    /** The household's correction is the version in force. */
    APPLIED,
    /** The household stands by its answer. */
    KEPT,
    /** Closed without an answer: nobody could be met. */
    WITHDRAWN
  }

  /** Whom questions are about, for the record of a look at them. */
  static List<Long> persons(List<HouseholdQuestion> questions) {
    return questions.stream().map(HouseholdQuestion::personId).filter(Objects::nonNull).toList();
  }

  boolean escalated() {
    return escalatedNote != null;
  }
}
