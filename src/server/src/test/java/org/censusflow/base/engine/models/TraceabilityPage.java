package org.censusflow.base.engine.models;

import java.util.List;
import java.util.Set;
import org.censusflow.base.engine.models.Traceability.Kind;

/** {@code docs/traceability.md}: the same models give the same page, byte by byte. */
final class TraceabilityPage {

  static final String REGENERATE =
      "mvn test -Dtest=TraceabilityTests -Dcensusflow.traceability.write=true";

  private TraceabilityPage() {}

  static String write(Traceability traceability) {
    StringBuilder page = new StringBuilder();
    List<String> open = traceability.open();
    int all = traceability.clauses.size();
    page.append("# Traceability\n\n");
    page.append(
            "Which clause of the two notices is carried by what. Generated from `processes/`, `forms/`,")
        .append(" `districts/` and the code;\ndo not edit it by hand: `")
        .append(REGENERATE)
        .append("`.\n\n");
    page.append(
        "%d of %d clauses are carried by an element of a process or by a decision; %d are open.\n"
            .formatted(all - open.size(), all, open.size()));
    traceability.notices.forEach((notice, title) -> section(page, traceability, notice, title));
    if (!open.isEmpty()) {
      page.append("\n## Open\n\nNamed by no element of a process and no decision yet.\n\n");
      page.append("| clause | subject | district duty |\n| --- | --- | --- |\n");
      for (String clause : open) {
        row(
            page,
            clause,
            traceability.clauses.get(clause),
            of(traceability, clause, Kind.DISTRICT));
      }
    }
    return page.toString();
  }

  private static void section(
      StringBuilder page, Traceability traceability, String notice, String title) {
    page.append("\n## ").append(notice).append(": ").append(title).append("\n\n");
    page.append("| clause | subject | element | decision | form | district duty | code | test |\n");
    page.append("| --- | --- | --- | --- | --- | --- | --- | --- |\n");
    for (String clause : traceability.clauses.keySet()) {
      if (clause.startsWith(notice)) {
        row(
            page,
            clause,
            traceability.clauses.get(clause),
            of(traceability, clause, Kind.ELEMENT),
            of(traceability, clause, Kind.DECISION),
            of(traceability, clause, Kind.FORM),
            of(traceability, clause, Kind.DISTRICT),
            of(traceability, clause, Kind.CODE),
            of(traceability, clause, Kind.TEST));
      }
    }
  }

  private static String of(Traceability traceability, String clause, Kind kind) {
    Set<String> names = traceability.of(clause, kind);
    return names.isEmpty() ? "–" : String.join("<br>", names);
  }

  private static void row(StringBuilder page, String... cells) {
    page.append("| ").append(String.join(" | ", cells)).append(" |\n");
  }
}
