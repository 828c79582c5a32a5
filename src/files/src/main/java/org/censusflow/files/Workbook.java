package org.censusflow.files;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A spreadsheet (xlsx; ECMA-376, transitional or strict), whatever program wrote it: parts are
 * found by their relationships, and those that are left out have nothing to say.
 */
final class Workbook implements Closeable {

  private static final int MOST_SHEETS_LOOKED_AT = 20;

  /**
   * @param part null when the part is not there
   */
  private record Sheet(String name, String part, boolean visible) {

    String said() {
      return visible ? name : name + "（隐藏）";
    }
  }

  /**
   * @param type the last word of the relationship's type, which strict files share with others
   */
  private record Relationship(String id, String type, String target) {}

  private final PackedParts parts;
  private final List<Sheet> sheets = new ArrayList<>();
  private final SharedTexts texts;
  private final CellFormats formats;

  private Workbook(PackedParts parts) throws IOException {
    this.parts = parts;
    String main =
        relationships("_rels/.rels", "").stream()
            .filter(it -> it.type().equals("officeDocument"))
            .map(Relationship::target)
            .filter(parts::has)
            .findFirst()
            .orElse("xl/workbook.xml");
    List<Relationship> related = relationships(PackedParts.relationshipsOf(main), main);
    boolean since1904 = readSheets(main, related);
    texts = SharedTexts.read(parts, part(related, "sharedStrings"));
    formats = CellFormats.read(parts, part(related, "styles"), since1904);
  }

  /**
   * The table of the visible sheet whose head knows the most columns, the first of them when
   * several do.
   *
   * @throws Unreadable when it is no spreadsheet, or one that is too large
   */
  static FileTable table(Content file, ColumnNames columns, Notes notes) throws IOException {
    PackedParts parts = PackedParts.open(file);
    try {
      Workbook workbook = new Workbook(parts);
      Sheet sheet = workbook.best(columns);
      workbook.note(sheet, notes);
      return FileTable.of(workbook.rows(sheet), columns, notes);
    } catch (IOException e) {
      parts.close();
      throw new Unreadable(PackedParts.DAMAGED);
    } catch (RuntimeException e) {
      parts.close();
      throw e;
    }
  }

  private List<Relationship> relationships(String part, String of) throws IOException {
    List<Relationship> found = new ArrayList<>();
    if (!parts.has(part)) {
      return found;
    }
    try (Markup xml = new Markup(parts.part(part))) {
      while (xml.next()) {
        String type = xml.begins("Relationship") ? xml.attribute("Type") : null;
        String target = type == null ? null : xml.attribute("Target");
        if (target != null && !"External".equals(xml.attribute("TargetMode"))) {
          String word = type.substring(type.lastIndexOf('/') + 1);
          found.add(new Relationship(xml.attribute("Id"), word, PackedParts.resolved(of, target)));
        }
      }
    }
    return found;
  }

  private static String part(List<Relationship> related, String type) {
    return related.stream()
        .filter(it -> it.type().equals(type))
        .map(Relationship::target)
        .findFirst()
        .orElse(null);
  }

  /** Reads which sheets there are, and returns whether days count from 1904. */
  private boolean readSheets(String main, List<Relationship> related) throws IOException {
    Map<String, Relationship> byId = new HashMap<>();
    related.forEach(it -> byId.put(it.id(), it));
    boolean since1904 = false;
    String folder = main.substring(0, main.lastIndexOf('/') + 1);
    int number = 0;
    try (Markup xml = new Markup(parts.part(main))) {
      while (xml.next()) {
        if (xml.begins("workbookPr")) {
          since1904 = xml.is("date1904");
        } else if (xml.begins("sheet")) {
          number++;
          Relationship target = byId.get(xml.qualified("id"));
          String part =
              target == null
                  ? folder + "worksheets/sheet" + number + ".xml"
                  : target.type().equals("worksheet") ? target.target() : null;
          if (part != null && parts.has(part)) {
            String state = xml.attribute("state");
            String name = xml.attribute("name");
            sheets.add(
                new Sheet(
                    name == null ? "" : name, part, state == null || state.equals("visible")));
          }
        }
      }
    }
    if (sheets.isEmpty()) {
      throw new Unreadable(PackedParts.DAMAGED);
    }
    return since1904;
  }

  private Sheet best(ColumnNames columns) throws IOException {
    List<Sheet> visible = sheets.stream().filter(Sheet::visible).toList();
    List<Sheet> candidates = visible.isEmpty() ? sheets : visible;
    Sheet best = candidates.get(0);
    if (candidates.size() == 1) {
      return best;
    }
    int known = -1;
    for (Sheet sheet : candidates.subList(0, Math.min(MOST_SHEETS_LOOKED_AT, candidates.size()))) {
      int here = known(sheet, columns);
      if (here > known) {
        known = here;
        best = sheet;
      }
    }
    return best;
  }

  /** How many columns the head of a sheet knows; -1 of an empty one. */
  private int known(Sheet sheet, ColumnNames columns) throws IOException {
    List<List<String>> first = new ArrayList<>();
    try (Markup xml = new Markup(parts.part(sheet.part()))) {
      SheetRows rows = new SheetRows(this, xml, new MergedCells());
      for (int looked = 0;
          first.size() < Head.LOOKED_AT && looked < 1_000 && rows.next();
          looked++) {
        List<String> cells = new ArrayList<>();
        for (int i = 0; i < rows.width(); i++) {
          cells.add(rows.text(i));
        }
        if (!cells.isEmpty()) {
          first.add(cells);
        }
      }
    }
    return first.isEmpty() ? -1 : Head.find(first, columns).known();
  }

  private void note(Sheet read, Notes notes) {
    if (sheets.size() > 1) {
      notes.line(
          "读取工作表“"
              + read.said()
              + "”；没有读取："
              + sheets.stream()
                  .filter(it -> it != read)
                  .map(Sheet::said)
                  .limit(MOST_SHEETS_LOOKED_AT)
                  .collect(Collectors.joining("、")));
    }
  }

  private SheetRows rows(Sheet sheet) throws IOException {
    MergedCells merged = MergedCells.read(parts.part(sheet.part()));
    return new SheetRows(this, new Markup(parts.part(sheet.part())), merged);
  }

  SharedTexts texts() {
    return texts;
  }

  CellFormats formats() {
    return formats;
  }

  @Override
  public void close() throws IOException {
    parts.close();
  }
}
