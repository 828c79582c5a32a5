package org.censusflow.mapping.listing;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.censusflow.files.Notes;
import org.censusflow.mapping.area.AreaFileKind;
import org.censusflow.mapping.area.CensusArea;

/** Reads the office's list of communities. */
final class AreaFileReader {

  private AreaFileReader() {}

  static List<CensusArea> read(byte[] file, RowCheck check, Faults faults, Notes notes) {
    List<CensusArea> areas = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (AreaTable.Row row : AreaTable.read(file, AreaFileKind.AREAS, faults, notes)) {
      String code = row.get("area");
      String subdistrict = check.subdistrict(row.line(), code, 12, "普查区代码");
      if (subdistrict == null) {
        continue;
      }
      check.agrees(row.line(), code, row.get("subdistrict"), subdistrict);
      check.text(row.line(), code, row.get("name"), 100, "普查区名称");
      String former = row.get("former_code");
      if (!former.isEmpty() && !former.matches("[0-9]{12}")) {
        faults.add(row.line(), code, "原代码应为 12 位数字");
      }
      if (!seen.add(code)) {
        faults.add(row.line(), code, "普查区代码重复");
      }
      areas.add(
          new CensusArea(code, subdistrict, row.get("name"), former.isEmpty() ? null : former));
    }
    return areas;
  }
}
