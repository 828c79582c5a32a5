package org.censusflow.crosscheck.delivery;

import java.util.List;
import org.censusflow.files.FileSurvey;

/**
 * What reading a file told.
 *
 * @param header the column names as one line of CSV
 * @param completes key of the delivery that this one completes; null when it stands alone
 */
record DeliveryIntake(
    String sha256,
    long bytes,
    String encoding,
    String format,
    int rows,
    int accepted,
    int rejected,
    String header,
    List<String> notes,
    Long completes) {

  /** A file of which no row was stored. */
  static DeliveryIntake unread(FileSurvey survey) {
    return new DeliveryIntake(
        survey.sha256(),
        survey.bytes(),
        survey.encodingName(),
        survey.kind().word(),
        0,
        0,
        0,
        null,
        List.of(),
        null);
  }
}
