package org.censusflow.crosscheck.delivery;

import java.util.Locale;

/** Where a delivery stands. */
public enum DeliveryState {
  /** Takes parts. */
  OPEN,
  /** Closed and stored; the office's checks are to come. */
  RECEIVED,
  /** Sent back to the department, with a reason. */
  RETURNED,
  /** Taken; its rows are compared. */
  ACCEPTED,
  /** A later delivery took its place. */
  REPLACED,
  /** The same file with the same manifest had come before; this one had no effect. */
  DUPLICATE,
  /** Could not be read; kept sealed until the office retries or discards it. */
  QUARANTINED,
  /** Could not be read and was destroyed by two people. */
  DISCARDED,
  /** Begun and never closed; its parts were deleted. */
  ABANDONED;

  /** The word that the REST contract uses. */
  public String word() {
    return this == RECEIVED ? "closed" : name().toLowerCase(Locale.ROOT);
  }
}
