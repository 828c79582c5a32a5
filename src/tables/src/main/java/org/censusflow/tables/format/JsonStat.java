package org.censusflow.tables.format;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.censusflow.tables.Category;
import org.censusflow.tables.Dimension;
import org.censusflow.tables.Table;

/**
 * A table as JSON-stat 2.0 (json-stat.org/full), class {@code dataset}: hidden cells are {@code
 * null} with the status {@code c}; checksum and program stand in {@code extension}.
 */
public final class JsonStat {

  private JsonStat() {}

  public static void write(ShownTable shown, Appendable out) throws IOException {
    Table table = shown.table();
    About about = shown.about();
    out.append("{\"version\":\"2.0\",\"class\":\"dataset\",\"label\":").append(text(about.title()));
    out.append(",\"source\":").append(text(about.source()));
    out.append(",\"updated\":").append(text(about.updated().toString()));
    out.append(",\"note\":").append(list(about.notes()));
    out.append(",\"id\":").append(list(table.dimensions().stream().map(Dimension::id).toList()));
    out.append(",\"size\":[")
        .append(
            table.dimensions().stream()
                .map(dimension -> Integer.toString(dimension.size()))
                .collect(Collectors.joining(",")));
    out.append("],\"dimension\":{");
    for (int d = 0; d < table.dimensions().size(); d++) {
      out.append(d == 0 ? "" : ",");
      dimension(table.dimensions().get(d), out);
    }
    out.append("},\"value\":[");
    for (int cell = 0; cell < table.cells(); cell++) {
      out.append(cell == 0 ? "" : ",");
      out.append(shown.hidden().contains(cell) ? "null" : Long.toString(table.value(cell)));
    }
    out.append("],\"status\":{");
    out.append(
        IntStream.range(0, table.cells())
            .filter(shown.hidden()::contains)
            .mapToObj(cell -> "\"" + cell + "\":\"c\"")
            .collect(Collectors.joining(",")));
    out.append("},\"extension\":{\"checksum\":").append(text(about.checksum()));
    out.append(",\"program\":").append(text(about.program()));
    out.append(",\"status\":{\"label\":{\"c\":\"confidential\"}}}}");
  }

  private static void dimension(Dimension dimension, Appendable out) throws IOException {
    List<String> codes = new ArrayList<>();
    List<String> labels = new ArrayList<>();
    List<String> parts = new ArrayList<>();
    for (int i = 0; i < dimension.size(); i++) {
      Category category = dimension.categories().get(i);
      codes.add(category.code());
      labels.add(text(category.code()) + ":" + text(category.label()));
      if (!dimension.isLeaf(i)) {
        List<String> children =
            IntStream.of(dimension.children(i))
                .mapToObj(child -> dimension.categories().get(child).code())
                .toList();
        parts.add(text(category.code()) + ":" + list(children));
      }
    }
    out.append(text(dimension.id())).append(":{\"label\":").append(text(dimension.label()));
    out.append(",\"category\":{\"index\":").append(list(codes));
    out.append(",\"label\":{").append(String.join(",", labels));
    out.append("},\"child\":{").append(String.join(",", parts)).append("}}}");
  }

  private static String list(List<String> texts) {
    return texts.stream().map(JsonStat::text).collect(Collectors.joining(",", "[", "]"));
  }

  private static String text(String text) {
    StringBuilder json = new StringBuilder("\"");
    for (char c : text.toCharArray()) {
      if (c == '"' || c == '\\') {
        json.append('\\').append(c);
      } else if (c < ' ') {
        json.append(String.format("\\u%04x", (int) c));
      } else {
        json.append(c);
      }
    }
    return json.append('"').toString();
  }
}
