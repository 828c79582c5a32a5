package org.censusflow.mapping.area;

import java.util.List;

/** The office's own files, and the columns that each must have. */
public enum AreaFileKind {
  /** The list of communities: {@code area, subdistrict, name}, optional {@code former_code}. */
  AREAS(List.of("area", "subdistrict", "name")),

  /**
   * The blocks: {@code block, subdistrict, community_code, community_name, address_prefix},
   * optional {@code households, persons}.
   */
  BLOCKS(List.of("block", "subdistrict", "community_code", "community_name", "address_prefix")),

  /**
   * The listing of buildings and dwellings: {@code building, building_name, address, block,
   * dwelling, use, households, persons}.
   */
  DWELLINGS(
      List.of(
          "building",
          "building_name",
          "address",
          "block",
          "dwelling",
          "use",
          "households",
          "persons")),

  /** Outlines as a GeoJSON feature collection; each feature has the property {@code code}. */
  OUTLINES(List.of());

  private final List<String> columns;

  AreaFileKind(List<String> columns) {
    this.columns = columns;
  }

  /** Columns that must be there, in no order. */
  public List<String> columns() {
    return columns;
  }

  /** As it stands in addresses of the API and in the database. */
  public String key() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }
}
