package org.censusflow.registration.field;

/** The levels at which a registration is accepted, from the bottom up. */
public enum Level {
  BLOCK("普查小区"),
  AREA("普查区"),
  SUBDISTRICT("街道"),
  DISTRICT("全区");

  private final String label;

  Level(String label) {
    this.label = label;
  }

  /** What staff call it. */
  public String label() {
    return label;
  }

  /**
   * @throws IllegalStateException for the district, above which nothing is accepted here
   */
  public Level above() {
    return switch (this) {
      case BLOCK -> AREA;
      case AREA -> SUBDISTRICT;
      case SUBDISTRICT -> DISTRICT;
      case DISTRICT -> throw new IllegalStateException("Nothing is above the district");
    };
  }
}
