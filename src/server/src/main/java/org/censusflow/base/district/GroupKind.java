package org.censusflow.base.district;

/** The kinds of groups that a district has. */
public enum GroupKind {
  CENSUS_OFFICE(Scope.DISTRICT, "census-office", "普查办"),
  CENSUS_LEADS(Scope.DISTRICT, "census-leads", "普查办负责人"),
  LEADING_GROUP(Scope.DISTRICT, "leading-group", "普查领导小组"),
  UNIT(Scope.UNIT, "", ""),
  SUBDISTRICT_OFFICE(Scope.SUBDISTRICT, "office", "普查办"),
  SUPERVISORS(Scope.SUBDISTRICT, "supervisors", "普查指导员"),
  ENUMERATORS(Scope.SUBDISTRICT, "enumerators", "普查员");

  public enum Scope {
    DISTRICT,
    UNIT,
    SUBDISTRICT
  }

  private final Scope scope;
  private final String suffix;
  private final String label;

  GroupKind(Scope scope, String suffix, String label) {
    this.scope = scope;
    this.suffix = suffix;
    this.label = label;
  }

  public Scope scope() {
    return scope;
  }

  public String suffix() {
    return suffix;
  }

  String label() {
    return label;
  }
}
