package org.censusflow.files;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Makes small spreadsheets of the XML that a test wants to see in them. */
final class SheetMaker {

  private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
  private static final String RELATED =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

  private static final List<String> HEAD =
      List.of("编号", "出生证号", "婴儿姓名", "性别", "出生时间", "产妇姓名", "产妇身份证号", "住址");

  private final String rows;
  private String main = MAIN;
  private String related = RELATED;
  private String behind = "";
  private String styles = "<numFmts/><cellXfs><xf numFmtId='0'/><xf numFmtId='0'/></cellXfs>";
  private boolean since1904;

  private SheetMaker(String rows) {
    this.rows = rows;
  }

  /** Births with one row, whose cell of the day is given. */
  static SheetMaker births(String day) {
    return new SheetMaker(
        row(1, HEAD.toArray(String[]::new))
            + "<row r='2'>"
            + text("A2", "1")
            + text("B2", "A001")
            + text("C2", "样例甲")
            + text("D2", "男")
            + day
            + text("F2", "样例乙")
            + text("H2", "样例路1号")
            + "</row>");
  }

  /** Births of twins, the address merged over both, and one more. */
  static byte[] merged() throws IOException {
    SheetMaker maker =
        new SheetMaker(
            row(1, HEAD.toArray(String[]::new))
                + row(2, "1", "A001", "样例甲", "男", "2020-03-01", "样例乙", "", "样例路1号")
                + row(3, "2", "A002", "样例丙", "女", "2020-03-01", "样例乙", "", "")
                + row(4, "3", "A003", "样例丁", "女", "2020-03-02", "样例戊", "", "样例路3号"));
    maker.behind = "<mergeCells count='1'><mergeCell ref='H2:H3'/></mergeCells>";
    return maker.bytes();
  }

  /** A table of texts; strict files need not say where rows and cells stand. */
  static byte[] of(java.util.List<java.util.List<String>> table, boolean strict)
      throws IOException {
    StringBuilder rows = new StringBuilder();
    for (int r = 0; r < table.size(); r++) {
      rows.append(strict ? "<row>" : "<row r='" + (r + 1) + "'>");
      for (int c = 0; c < table.get(r).size(); c++) {
        String value =
            RoundTripTests.Writer.escaped(table.get(r).get(c))
                .replace("&", "&amp;")
                .replace("<", "&lt;");
        String reference = strict ? "" : " r='" + (char) ('A' + c) + (r + 1) + "'";
        rows.append("<c t='inlineStr'").append(reference).append("><is><t xml:space='preserve'>");
        rows.append(value).append("</t></is></c>");
      }
      rows.append("</row>");
    }
    SheetMaker maker = new SheetMaker(rows.toString());
    maker.main = strict ? "http://purl.oclc.org/ooxml/spreadsheetml/main" : MAIN;
    maker.related = strict ? "http://purl.oclc.org/ooxml/officeDocument/relationships" : RELATED;
    return maker.bytes();
  }

  /** What a table reads of a number in a format. */
  static String shown(String number, String format) throws IOException {
    SheetMaker maker =
        new SheetMaker(
            row(1, "a", "b") + "<row r='2'><c r='A2' s='1'><v>" + number + "</v></c></row>");
    maker.styles =
        "<numFmts><numFmt numFmtId='170' formatCode='"
            + format.replace("&", "&amp;").replace("'", "&apos;")
            + "'/></numFmts><cellXfs><xf numFmtId='0'/><xf numFmtId='170'/></cellXfs>";
    Content content = Content.of(maker.bytes());
    try (FileTable table =
        FileTable.open(content, FileSurvey.of(content, null), ColumnNames.ANY, new Notes())) {
      table.next();
      return table.text(0);
    }
  }

  SheetMaker format(int builtIn) {
    styles = "<cellXfs><xf numFmtId='0'/><xf numFmtId='" + builtIn + "'/></cellXfs>";
    return this;
  }

  SheetMaker since1904() {
    since1904 = true;
    return this;
  }

  Read read() throws IOException {
    return Read.births(bytes());
  }

  byte[] bytes() throws IOException {
    Map<String, String> parts = new LinkedHashMap<>();
    parts.put(
        "_rels/.rels",
        "<Relationships><Relationship Id='r1' Type='"
            + related
            + "/officeDocument' Target='xl/workbook.xml'/></Relationships>");
    parts.put(
        "xl/workbook.xml",
        "<workbook xmlns='"
            + main
            + "' xmlns:r='"
            + related
            + "'><workbookPr date1904='"
            + since1904
            + "'/><sheets><sheet name='数据' sheetId='1' r:id='r1'/></sheets></workbook>");
    parts.put(
        "xl/_rels/workbook.xml.rels",
        "<Relationships><Relationship Id='r1' Type='"
            + related
            + "/worksheet' Target='worksheets/sheet1.xml'/>"
            + "<Relationship Id='r2' Type='"
            + related
            + "/styles' Target='styles.xml'/></Relationships>");
    parts.put("xl/styles.xml", "<styleSheet xmlns='" + main + "'>" + styles + "</styleSheet>");
    parts.put(
        "xl/worksheets/sheet1.xml",
        "<worksheet xmlns='"
            + main
            + "'><sheetData>"
            + rows
            + "</sheetData>"
            + behind
            + "</worksheet>");
    return zip(parts);
  }

  static String row(int number, String... cells) {
    StringBuilder row = new StringBuilder("<row r='" + number + "'>");
    for (int i = 0; i < cells.length; i++) {
      row.append(cells[i].isEmpty() ? "" : text((char) ('A' + i) + "" + number, cells[i]));
    }
    return row.append("</row>").toString();
  }

  private static String text(String reference, String value) {
    return "<c r='" + reference + "' t='inlineStr'><is><t>" + value + "</t></is></c>";
  }

  static byte[] zip(String part, String content) throws IOException {
    return zip(Map.of(part, content));
  }

  private static byte[] zip(Map<String, String> parts) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, String> part : parts.entrySet()) {
        zip.putNextEntry(new ZipEntry(part.getKey()));
        zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
      }
    }
    return bytes.toByteArray();
  }
}
