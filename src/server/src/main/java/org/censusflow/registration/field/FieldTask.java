package org.censusflow.registration.field;

/**
 * A task in a block that somebody has claimed.
 *
 * @param visits visits in vain after which others may be asked about a household
 * @param returnReason why the block came back; null when it did not
 */
public record FieldTask(
    String district,
    String censusId,
    String block,
    String label,
    Stage stage,
    int visits,
    String returnReason) {

  /** What the task is about: every household of the block, or those that were drawn. */
  public enum Stage {
    ENUMERATE,
    RECHECK
  }
}
