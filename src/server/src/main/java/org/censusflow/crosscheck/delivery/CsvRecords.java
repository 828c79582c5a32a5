package org.censusflow.crosscheck.delivery;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.censusflow.linkage.population.CsvRows;

/** Rows of a CSV file. */
final class CsvRecords implements Records {

  private final InputStream in;
  private final CsvRows rows;

  CsvRecords(InputStream utf8) throws IOException {
    in = utf8;
    rows = new CsvRows(utf8);
  }

  @Override
  public List<String> header() {
    return rows.header();
  }

  @Override
  public boolean next() throws IOException {
    return rows.next();
  }

  @Override
  public long line() {
    return rows.line();
  }

  @Override
  public String fault() {
    return rows.fault() == null ? null : "引号没有成对，本行无法拆分成列";
  }

  @Override
  public int width() {
    return rows.width();
  }

  @Override
  public String text(int column) {
    return rows.text(column);
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
