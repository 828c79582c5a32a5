package org.censusflow.mapping.listing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.censusflow.files.Notes;
import org.censusflow.mapping.area.AreaBlock;
import org.censusflow.mapping.area.AreaFileKind;

/** Reads the office's list of blocks. */
public final class BlockFileReader {

  /**
   * By the rules of 2010 a block has at most so many forms; 999 itself is a household of the dead.
   */
  private static final int MOST_HOUSEHOLDS = 998;

  /**
   * @param areaName name of the community as this file writes it
   */
  record Row(
      int line,
      String code,
      String areaName,
      String subdistrict,
      String address,
      int households,
      int persons) {

    String areaCode() {
      return code.substring(0, 12);
    }
  }

  private BlockFileReader() {}

  static List<Row> read(byte[] file, RowCheck check, Faults faults, Notes notes) {
    List<Row> blocks = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    Map<String, String> names = new HashMap<>();
    for (AreaTable.Row row : AreaTable.read(file, AreaFileKind.BLOCKS, faults, notes)) {
      int line = row.line();
      String code = row.get("block");
      String subdistrict = check.subdistrict(line, code, 15, "小区代码");
      if (subdistrict == null) {
        continue;
      }
      check.agrees(line, code, row.get("subdistrict"), subdistrict);
      check.text(line, code, row.get("community_name"), 100, "普查区名称");
      check.text(line, code, row.get("address_prefix"), 200, "小区地址");
      Row block =
          new Row(
              line,
              code,
              row.get("community_name"),
              subdistrict,
              row.get("address_prefix"),
              check.count(line, code, row.get("households"), "户数"),
              check.count(line, code, row.get("persons"), "人数"));
      if (!seen.add(code)) {
        faults.add(line, code, "小区代码重复");
      }
      if (!row.get("community_code").equals(block.areaCode())) {
        faults.add(line, code, "普查区代码与小区代码的前 12 位不一致");
      }
      String named = names.putIfAbsent(block.areaCode(), block.areaName());
      if (named != null && !named.equals(block.areaName())) {
        faults.add(line, code, "同一普查区写了两个名称");
      }
      checkNumber(block, faults);
      blocks.add(block);
    }
    return blocks;
  }

  private static void checkNumber(Row block, Faults faults) {
    int number = AreaBlock.number(block.code());
    if (number == 0) {
      faults.add(block.line(), block.code(), "小区顺序号从 001 开始");
    }
    if (block.households() > MOST_HOUSEHOLDS) {
      faults.add(block.line(), block.code(), "一个小区最多 998 户，应拆分");
    }
    if (AreaBlock.isVirtual(block.code()) && block.persons() > AreaBlock.MOST_IN_VIRTUAL) {
      faults.add(block.line(), block.code(), "虚拟小区最多 " + AreaBlock.MOST_IN_VIRTUAL + " 人，应拆分");
    }
  }
}
