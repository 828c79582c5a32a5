package org.censusflow.mapping.listing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.censusflow.files.Notes;
import org.censusflow.mapping.area.AreaFileKind;

/** Reads the listing of buildings and dwellings. */
public final class DwellingFileReader {

  private static final Map<String, String> USES =
      Map.of(
          "住宅",
          "home",
          "集体住所",
          "collective",
          "空置",
          "vacant",
          "其他",
          "other",
          "home",
          "home",
          "collective",
          "collective",
          "vacant",
          "vacant",
          "other",
          "other");

  record Row(
      String building,
      String buildingName,
      String address,
      String subdistrict,
      String block,
      String number,
      String use,
      int households,
      int persons) {}

  private DwellingFileReader() {}

  /**
   * @param blocks codes of the blocks that a dwelling may lie in
   */
  static List<Row> read(
      byte[] file, RowCheck check, Set<String> blocks, Faults faults, Notes notes) {
    List<Row> dwellings = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    Map<String, String> names = new HashMap<>();
    for (AreaTable.Row row : AreaTable.read(file, AreaFileKind.DWELLINGS, faults, notes)) {
      int line = row.line();
      String building = row.get("building");
      String block = row.get("block");
      String subdistrict = check.subdistrict(line, building, 16, "建筑物编号");
      if (subdistrict == null) {
        continue;
      }
      if (!blocks.contains(block)) {
        faults.add(line, building, "没有这个小区：" + AreaTable.shown(block));
      } else if (!block.startsWith(building.substring(0, 12))) {
        faults.add(line, building, "建筑物与小区不在同一普查区");
      }
      check.text(line, building, row.get("building_name"), 100, "建筑物名称");
      check.text(line, building, row.get("address"), 200, "地址");
      check.text(line, building, row.get("dwelling"), 20, "住房单元号");
      String named = names.putIfAbsent(building, row.get("building_name"));
      if (named != null && !named.equals(row.get("building_name"))) {
        faults.add(line, building, "同一建筑物写了两个名称");
      }
      String use = USES.get(row.get("use"));
      if (use == null) {
        faults.add(line, building, "用途应为住宅、集体住所、空置或其他：" + AreaTable.shown(row.get("use")));
      }
      if (!seen.add(building + '/' + row.get("dwelling"))) {
        faults.add(line, building, "住房单元重复：" + AreaTable.shown(row.get("dwelling")));
      }
      dwellings.add(
          new Row(
              building,
              row.get("building_name"),
              row.get("address"),
              subdistrict,
              block,
              row.get("dwelling"),
              use,
              check.count(line, building, row.get("households"), "户数"),
              check.count(line, building, row.get("persons"), "人数")));
    }
    return dwellings;
  }
}
