package org.censusflow.registration.answers;

import java.util.List;

/**
 * Answers have been taken in or corrected. Published inside the transaction of a correction; after
 * the last row of a file.
 *
 * @param blocks codes of the blocks where; none when they are too many to name
 */
public record RegistrationsChanged(String censusId, List<String> blocks) {

  public RegistrationsChanged {
    blocks = List.copyOf(blocks);
  }
}
