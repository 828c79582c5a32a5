package org.censusflow.preparation;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Counts by block as a table with commas or tabs between, as spreadsheets save it: UTF-8 or GB
 * 18030, the first line names the columns.
 */
final class BlockCountsFile {

  /** The columns in their order; the first holds the block's code. */
  static final List<String> COLUMNS =
      List.of("小区代码", "户籍人口", "流动人口", "人户分离", "应落未落", "应销未销", "港澳台居民", "外籍人员");

  private static final int MOST_FAULTS = 20;

  private BlockCountsFile() {}

  /**
   * @throws CountsRefused with every fault, up to twenty
   */
  static List<BlockCounts> read(byte[] content) {
    List<String> lines =
        decode(content).replace("\uFEFF", "").lines().filter(line -> !line.isBlank()).toList();
    List<String> faults = new ArrayList<>();
    if (lines.isEmpty() || !cells(lines.get(0)).equals(COLUMNS)) {
      throw new CountsRefused(List.of("第一行应为：" + String.join("，", COLUMNS)));
    }
    List<BlockCounts> counts = new ArrayList<>();
    Set<String> blocks = new HashSet<>();
    for (int i = 1; i < lines.size() && faults.size() < MOST_FAULTS; i++) {
      List<String> cells = cells(lines.get(i));
      String place = "第 " + (i + 1) + " 行";
      if (cells.size() != COLUMNS.size()) {
        faults.add(place + "应有 " + COLUMNS.size() + " 列");
      } else if (!cells.get(0).matches("\\d{15}")) {
        faults.add(place + "的小区代码不是 15 位数字");
      } else if (!blocks.add(cells.get(0))) {
        faults.add(place + "的小区重复");
      } else if (!cells.stream().skip(1).allMatch(cell -> cell.matches("\\d{1,6}"))) {
        faults.add(place + "的人数应为非负整数");
      } else {
        counts.add(counts(cells));
      }
    }
    if (counts.isEmpty() && faults.isEmpty()) {
      faults.add("没有小区");
    }
    if (!faults.isEmpty()) {
      throw new CountsRefused(faults);
    }
    return counts;
  }

  private static BlockCounts counts(List<String> cells) {
    int[] n = cells.stream().skip(1).mapToInt(Integer::parseInt).toArray();
    return new BlockCounts(cells.get(0), n[0], n[1], n[2], n[3], n[4], n[5], n[6]);
  }

  private static List<String> cells(String line) {
    return Arrays.stream(line.split("[,\t，]", -1)).map(BlockCountsFile::plain).toList();
  }

  /** Without quotes and the apostrophe that keeps a spreadsheet from rounding a long code. */
  private static String plain(String cell) {
    return cell.strip().replace("\"", "").replaceFirst("^'", "").strip();
  }

  private static String decode(byte[] content) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content)).toString();
    } catch (CharacterCodingException e) {
      return new String(content, Charset.forName("GB18030"));
    }
  }
}
