package org.censusflow.linkage.spec;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Two rows are looked at when all parts of the key agree under at least one rule. A row in which a
 * part is missing takes no part in the rule.
 */
public record BlockingRule(List<KeyPart> parts) {

  public BlockingRule {
    parts = List.copyOf(parts);
  }

  public static BlockingRule on(KeyPart... parts) {
    return new BlockingRule(List.of(parts));
  }

  /** The rule as a spec writes it, as in {@code name + birth.year}. */
  public String text() {
    return parts.stream()
        .map(
            part ->
                part.field()
                    + (part.form() == KeyForm.VALUE ? "" : "." + part.form().key())
                    + (part.at() == 0 ? "" : part.at()))
        .collect(Collectors.joining(" + "));
  }
}
