package org.censusflow.files;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** Tells text that any reader of CSV understands from what needs a closer look. */
public final class PlainText {

  private static final Charset GB18030 = Charset.forName("GB18030");

  private PlainText() {}

  /**
   * Whether a file is text of bytes with line feeds whose first line names columns, with no title
   * above it, nothing that says how to read it, and no second row of names below.
   *
   * @param head the file's first bytes
   */
  public static boolean isHeaded(byte[] head, ColumnNames columns) {
    if (FileKind.of(head, head.length) != FileKind.CSV
        || FileKind.wide(head, head.length) != null) {
      return false;
    }
    TextDialect dialect = TextDialect.of(head, head.length, (char) 0);
    if (dialect.firstLine() != 1 || dialect.lineEnd() != '\n') {
      return false;
    }
    int end = dialect.start();
    while (end < head.length && head[end] != '\n') {
      end++;
    }
    TextRow row = new TextRow(dialect.separator(), dialect.lineEnd());
    row.read(head.clone(), dialect.start(), head.length, true, false);
    if (row.broken() || row.lines() > 1) {
      return false;
    }
    String line = new String(head, dialect.start(), end - dialect.start(), StandardCharsets.UTF_8);
    if (line.indexOf('\ufffd') >= 0) {
      line = new String(head, dialect.start(), end - dialect.start(), GB18030);
    }
    int known = 0;
    for (String name :
        line.split(java.util.regex.Pattern.quote(String.valueOf((char) dialect.separator())))) {
      known += columns.field(Cells.meant(Cells.strip(name))).isPresent() ? 1 : 0;
    }
    return known > 1;
  }
}
