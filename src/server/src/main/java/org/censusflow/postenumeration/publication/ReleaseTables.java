package org.censusflow.postenumeration.publication;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.censusflow.tables.Additivity;

/**
 * What the program finds in the tables of a release's text: the smallest figure above nobody, sums
 * that do not add up, hidden figures that follow from the others. A table is written with bars
 * ({@code |}), a line each, the first its header.
 *
 * @param tables how many there are with counts
 * @param smallest count above zero; empty where no table has one
 * @param faults what is wrong, in Chinese, by table and cell
 */
public record ReleaseTables(int tables, OptionalLong smallest, List<String> faults) {

  /** Reads all tables of a text; what is none is passed over. */
  public static ReleaseTables of(String text) {
    List<WrittenTable> tables = new ArrayList<>();
    List<String> lines = new ArrayList<>();
    for (String line : (text + "\n").split("\n", -1)) {
      if (line.strip().startsWith("|")) {
        lines.add(line.strip());
      } else {
        WrittenTable.read(lines).ifPresent(tables::add);
        lines.clear();
      }
    }
    List<String> faults = new ArrayList<>();
    for (int i = 0; i < tables.size(); i++) {
      String place = "表" + (i + 1);
      WrittenTable table = tables.get(i);
      for (Additivity.Fault fault : table.wrongSums()) {
        faults.add(
            "%s“%s”为 %d，其各部分相加为 %d"
                .formatted(place, table.name(fault.cell()), fault.stated(), fault.sum()));
      }
      for (int cell : table.deducible()) {
        faults.add("%s隐去的“%s”可以由其他数字算出".formatted(place, table.name(cell)));
      }
    }
    OptionalLong smallest =
        tables.stream().map(WrittenTable::smallest).flatMapToLong(OptionalLong::stream).min();
    return new ReleaseTables(tables.size(), smallest, Collections.unmodifiableList(faults));
  }

  /** For the sheet of whoever checks the release; empty where the text has no table. */
  public Optional<String> sheet() {
    if (tables == 0) {
      return Optional.empty();
    }
    String found = smallest.isPresent() ? "最小的非零数字是 " + smallest.getAsLong() : "没有非零的数字";
    return Optional.of(
        "程序检查了正文中的 %d 张表，%s；%s"
            .formatted(
                tables, found, faults.isEmpty() ? "各项相加相符。" : String.join("；", faults) + "。"));
  }
}
