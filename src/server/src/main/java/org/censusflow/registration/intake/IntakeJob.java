package org.censusflow.registration.intake;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * How far a file of registrations is.
 *
 * @param filledIn day on which forms were filled in that do not say it themselves
 * @param state {@code RUNNING}, {@code DONE} or {@code FAILED}
 * @param totalRows rows of the file, the header not counted
 * @param doneRows rows that are behind: accepted, repeated or rejected
 * @param repeated rows that had come before, unchanged
 * @param queries findings of checks in rows that were kept, to be verified with the household
 * @param reason why it failed, in Chinese; null otherwise
 * @param notes what was noticed in the file and done about it, one line each, in Chinese
 */
public record IntakeJob(
    long id,
    String censusId,
    String fileName,
    String sha256,
    String format,
    String encoding,
    LocalDate filledIn,
    String state,
    long totalRows,
    long doneRows,
    long accepted,
    long repeated,
    long rejected,
    long queries,
    String reason,
    List<String> notes,
    String startedBy,
    Instant startedAt,
    Instant finishedAt) {

  public boolean running() {
    return "RUNNING".equals(state);
  }
}
