package org.censusflow.mapping.area;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.censusflow.files.ColumnNames;

/** The office's own files, and the columns that each must have. */
public enum AreaFileKind implements ColumnNames {
  /** The list of communities: {@code area, subdistrict, name}, optional {@code former_code}. */
  AREAS(List.of("area", "subdistrict", "name"), List.of("former_code")),

  /**
   * The blocks: {@code block, subdistrict, community_code, community_name, address_prefix},
   * optional {@code households, persons}.
   */
  BLOCKS(
      List.of("block", "subdistrict", "community_code", "community_name", "address_prefix"),
      List.of("households", "persons")),

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
          "persons"),
      List.of()),

  /** Outlines as a GeoJSON feature collection; each feature has the property {@code code}. */
  OUTLINES(List.of(), List.of());

  private final List<String> columns;
  private final List<String> optional;

  AreaFileKind(List<String> columns, List<String> optional) {
    this.columns = columns;
    this.optional = optional;
  }

  /** The columns of all kinds, and what they may be called otherwise. */
  private static final Map<String, List<String>> NAMES =
      Map.ofEntries(
          Map.entry("area", List.of("普查区代码", "普查区编码", "社区代码")),
          Map.entry("subdistrict", List.of("街道代码", "乡镇代码", "街道（乡镇）代码", "街道", "乡镇")),
          Map.entry("name", List.of("普查区名称", "社区名称", "名称")),
          Map.entry("former_code", List.of("原代码", "原编码")),
          Map.entry("block", List.of("小区代码", "普查小区代码", "普查小区", "小区编码")),
          Map.entry("community_code", List.of("普查区代码", "普查区编码", "社区代码")),
          Map.entry("community_name", List.of("普查区名称", "社区名称")),
          Map.entry("address_prefix", List.of("小区地址", "普查小区地址", "地址")),
          Map.entry("households", List.of("户数")),
          Map.entry("persons", List.of("人数")),
          Map.entry("building", List.of("建筑物编号", "建筑物编码", "建筑物代码")),
          Map.entry("building_name", List.of("建筑物名称")),
          Map.entry("address", List.of("地址", "建筑物地址")),
          Map.entry("dwelling", List.of("住房单元号", "住房单元", "房号")),
          Map.entry("use", List.of("用途", "住房用途")));

  private Map<String, String> byName() {
    Map<String, String> byName = new HashMap<>();
    Stream.concat(columns.stream(), optional.stream())
        .forEach(
            column -> {
              byName.put(ColumnNames.folded(column), column);
              NAMES.get(column).forEach(name -> byName.put(ColumnNames.folded(name), column));
            });
    return byName;
  }

  @Override
  public Optional<String> field(String name) {
    return ColumnNames.in(byName(), name);
  }

  /** A column as staff call it, with its key. */
  public String label(String column) {
    return NAMES.get(column).get(0) + "（" + column + "）";
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
