package org.censusflow.tables.format;

import java.time.Instant;
import java.util.List;

/**
 * What a reader of a table has to know.
 *
 * @param agency id of the office, as SDMX wants it: letters, digits, underscores
 * @param version of the table, as 1.0.0
 * @param checksum of the frozen data from which it was made
 * @param program name and version of what made it
 * @param notes one sentence each: what was changed to protect persons, why totals differ
 */
public record About(
    String title,
    String source,
    String agency,
    String version,
    Instant updated,
    String checksum,
    String program,
    List<String> notes) {

  public About {
    notes = List.copyOf(notes);
  }
}
