package org.censusflow.preparation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.censusflow.files.ColumnNames;
import org.censusflow.files.Content;
import org.censusflow.files.FileSurvey;
import org.censusflow.files.FileTable;
import org.censusflow.files.Notes;
import org.censusflow.files.Unreadable;

/** Counts by block as a table, as spreadsheets save it or as somebody pastes it. */
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
    try {
      Content file = Content.of(content);
      FileSurvey survey = FileSurvey.of(file, null);
      try (FileTable table = FileTable.open(file, survey, BlockCountsFile::column, new Notes())) {
        boolean pasted = table.header().size() == 1 && table.header().get(0).contains("，");
        return pasted ? read(withCommas(content, survey)) : read(table);
      }
    } catch (Unreadable e) {
      throw new CountsRefused(List.of(e.getMessage()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Optional<String> column(String name) {
    return COLUMNS.stream()
        .filter(it -> ColumnNames.folded(it).equals(ColumnNames.folded(name)))
        .findFirst();
  }

  /** Who types counts by hand writes Chinese commas. */
  private static byte[] withCommas(byte[] content, FileSurvey survey) {
    return new String(content, survey.charset()).replace('，', ',').getBytes(StandardCharsets.UTF_8);
  }

  private static List<BlockCounts> read(FileTable table) throws IOException {
    List<String> header = table.header().stream().map(name -> column(name).orElse(name)).toList();
    if (!header.containsAll(COLUMNS)) {
      throw new CountsRefused(List.of("第一行应为：" + String.join("，", COLUMNS)));
    }
    int[] at = COLUMNS.stream().mapToInt(header::indexOf).toArray();
    List<String> faults = new ArrayList<>();
    List<BlockCounts> counts = new ArrayList<>();
    Set<String> blocks = new HashSet<>();
    while (faults.size() < MOST_FAULTS && table.next()) {
      String place = "第 " + table.line() + " 行";
      if (table.fault() != null || table.missing() > 0) {
        faults.add(place + "应有 " + header.size() + " 列");
        continue;
      }
      List<String> cells = Arrays.stream(at).mapToObj(table::text).toList();
      if (!cells.get(0).matches("\\d{15}")) {
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
}
