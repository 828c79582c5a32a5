package org.censusflow.crosscheck.compare;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * One difference between the census and the registers, with what has been decided about it so far.
 *
 * @param subject number of the person within the comparison run; differences of one person share it
 * @param personId the registration concerned; null when the person is only in registers
 * @param secondPersonId the other registration of a person who was registered twice; otherwise null
 * @param block code of the block, or {@link #UNLOCATED}
 * @param evidence what was compared and how it came out, in Chinese, without values
 * @param correction answers that the household gave, by field name; empty when the outcome needs
 *     none
 * @param doubts what the checks doubt in those answers, which the household has said again
 */
public record Difference(
    long id,
    long runId,
    String censusId,
    int subject,
    DifferenceClass difference,
    Long personId,
    Long secondPersonId,
    String block,
    String evidence,
    Verifier verifier,
    Verifier reviewer,
    Status status,
    Outcome outcome,
    String reason,
    Map<String, String> correction,
    List<String> doubts,
    String settledBy,
    String reviewedBy,
    Instant reviewedAt,
    String returnReason) {

  /** The block code of differences that no address places: the census office settles them. */
  public static final String UNLOCATED = "000000000000000";

  /** Where a difference stands. */
  public enum Status {
    /** Nobody has looked yet. */
    OPEN,
    /** The verifier has recorded an outcome; the reviewer has not looked yet. */
    VERIFIED,
    /** The reviewer sent it back with a reason. */
    RETURNED,
    /** The reviewer agreed. */
    APPROVED
  }

  /** The registered persons concerned; none, one or two. */
  public List<Long> persons() {
    return Stream.of(personId, secondPersonId).filter(Objects::nonNull).toList();
  }

  public boolean toVerify() {
    return status == Status.OPEN || status == Status.RETURNED;
  }
}
