package org.censusflow.tables.format;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.censusflow.tables.Table;

/**
 * A table as SDMX-CSV 2.0 (SDMX 3.0, technical notes): {@code STRUCTURE, STRUCTURE_ID, ACTION}, a
 * column for each variable, the count, its status: {@code A} normal, {@code Q} missing because
 * confidential (code list CL_OBS_STATUS), without value.
 */
public final class SdmxCsv {

  private SdmxCsv() {}

  public static void write(ShownTable shown, Appendable out) throws IOException {
    Table table = shown.table();
    About about = shown.about();
    List<String> header = new ArrayList<>(List.of("STRUCTURE", "STRUCTURE_ID", "ACTION"));
    table.dimensions().forEach(dimension -> header.add(id(dimension.id())));
    header.add("OBS_VALUE");
    header.add("OBS_STATUS");
    out.append(CsvText.line(header));
    String structure = about.agency() + ":" + id(table.id()) + "(" + about.version() + ")";
    for (int cell = 0; cell < table.cells(); cell++) {
      List<String> line = new ArrayList<>(List.of("dataflow", structure, "I"));
      for (int d = 0; d < table.dimensions().size(); d++) {
        line.add(table.dimensions().get(d).categories().get(table.category(cell, d)).code());
      }
      boolean hidden = shown.hidden().contains(cell);
      line.add(hidden ? "" : Long.toString(table.value(cell)));
      line.add(hidden ? "Q" : "A");
      out.append(CsvText.line(line));
    }
  }

  /** SDMX ids have letters, digits and underscores. */
  private static String id(String text) {
    return text.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9_]", "_");
  }
}
