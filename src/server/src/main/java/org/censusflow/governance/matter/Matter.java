package org.censusflow.governance.matter;

import java.time.Instant;
import java.util.List;

/**
 * A thing that one unit has to see to by a date: a decision of a meeting or a finding of an
 * inspection.
 *
 * @param origin process instance of the meeting or inspection that it comes from
 * @param item its number there
 * @param source what staff see of where it comes from
 * @param responsible id of the group that has to do it
 * @param verifierGroups ids of the groups of whom one confirms it
 * @param verifiers accounts of whom one has to confirm; empty where anyone of the groups may
 * @param returns how often a report went back
 * @param raised whether it waits for the leading group's next meeting
 */
public record Matter(
    long id,
    String district,
    Kind kind,
    String origin,
    int item,
    String source,
    String title,
    String content,
    Gravity severity,
    String responsible,
    List<String> verifierGroups,
    List<String> verifiers,
    Instant dueAt,
    Status status,
    int reminders,
    int returns,
    boolean raised) {

  /** Where a matter comes from. */
  public enum Kind {
    DECISION,
    FINDING
  }

  /** How far a matter is. */
  public enum Status {
    OPEN,
    RETURNED,
    CLOSED
  }

  public Matter {
    verifierGroups = List.copyOf(verifierGroups);
    verifiers = List.copyOf(verifiers);
  }

  /** One that begins; its number comes when it is stored. */
  public static Matter open(
      String district,
      Kind kind,
      String origin,
      int item,
      String source,
      String title,
      String content,
      Gravity severity,
      String responsible,
      List<String> verifierGroups,
      List<String> verifiers,
      Instant dueAt) {
    return new Matter(
        0,
        district,
        kind,
        origin,
        item,
        source,
        title,
        content,
        severity,
        responsible,
        verifierGroups,
        verifiers,
        dueAt,
        Status.OPEN,
        0,
        0,
        false);
  }
}
