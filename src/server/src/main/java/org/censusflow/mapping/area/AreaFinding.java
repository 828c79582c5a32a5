package org.censusflow.mapping.area;

/**
 * Something that mapping still has to settle, or should know.
 *
 * @param kind what kind of thing
 * @param code code of the area or block
 * @param text in Chinese, with the figures
 */
public record AreaFinding(Kind kind, String code, String text) {

  /** Kinds of findings; errors keep an area from being accepted. */
  public enum Kind {
    /** A community of the district's file is not in the office's list. */
    COMMUNITY_MISSING(Severity.ERROR, Group.COVERAGE),
    AREA_WITHOUT_BLOCK(Severity.ERROR, Group.COVERAGE),
    BUILDING_WITHOUT_BLOCK(Severity.ERROR, Group.COVERAGE),
    VIRTUAL_TOO_LARGE(Severity.ERROR, Group.COVERAGE),
    BLOCK_WITHOUT_OUTLINE(Severity.ERROR, Group.OUTLINE),
    OVERLAP(Severity.ERROR, Group.OUTLINE),
    GAP(Severity.ERROR, Group.OUTLINE),
    /** A block reaches beyond its area, or an area beyond its subdistrict. */
    OUTSIDE(Severity.ERROR, Group.OUTLINE),
    OVERLOADED(Severity.WARNING, Group.LOAD),
    LIGHT(Severity.WARNING, Group.LOAD),
    NOT_LISTED(Severity.WARNING, Group.LISTING),
    OUTLINE_PROVISIONAL(Severity.WARNING, Group.OUTLINE);

    private final Severity severity;
    private final Group group;

    Kind(Severity severity, Group group) {
      this.severity = severity;
      this.group = group;
    }

    public Severity severity() {
      return severity;
    }

    public Group group() {
      return group;
    }
  }

  public enum Severity {
    ERROR,
    WARNING
  }

  public enum Group {
    COVERAGE,
    OUTLINE,
    LOAD,
    LISTING
  }
}
