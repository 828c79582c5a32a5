package org.censusflow.registration.field;

import java.util.List;
import java.util.Map;

/**
 * The work of blocks begins, ends or begins again beside its ordinary course. Published inside the
 * transaction that changed it.
 *
 * @param begun blocks that are new
 * @param merged blocks that are gone, with the block that took their work over
 * @param reopened blocks that were accepted and are worked on again
 * @param withdrawn acceptances that were on their way and come again later
 * @param reason what those who work there read
 */
public record FieldRedirected(
    String censusId,
    String district,
    List<String> begun,
    Map<String, String> merged,
    List<String> reopened,
    List<Acceptances.Unit> withdrawn,
    String reason) {

  public FieldRedirected {
    begun = List.copyOf(begun);
    merged = Map.copyOf(merged);
    reopened = List.copyOf(reopened);
    withdrawn = List.copyOf(withdrawn);
  }
}
