package org.censusflow.crosscheck.delivery;

import java.time.LocalDate;
import java.util.UUID;

/**
 * What a department says about the file that it hands over.
 *
 * @param clientKey the department's own key of this delivery: opening it again with the same key
 *     opens no second one
 * @param asOf the day that the records describe
 * @param mode whether the file stands in the place of the last one or adds to it
 * @param encoding what the department believes the file's encoding to be; null when it is to be
 *     found out
 * @param count number of records in the file; null until it is known, at closing at the latest
 * @param sha256 of the file's bytes in hexadecimal; null when the channel does not state it
 */
public record Manifest(
    String clientKey, LocalDate asOf, Mode mode, String encoding, Integer count, String sha256) {

  /** What a delivery does with the one before it. */
  public enum Mode {
    /** The file is the whole register; what came before no longer counts. */
    REPLACE,
    /** The file adds to the last delivery; a record that is in both counts as it is here. */
    COMPLETE
  }

  /** A whole register, under a key of its own. */
  public Manifest(int count, LocalDate asOf, String sha256) {
    this("upload-" + UUID.randomUUID(), asOf, Mode.REPLACE, null, count, sha256);
  }
}
