package org.censusflow.linkage.population;

import java.util.List;

/** Takes a field's raw values row by row and standardises them on the way into the column. */
interface ColumnBuilder {

  /** Adds the next row's value: UTF-8 text without quoting, empty when the row has none. */
  void add(byte[] utf8, int from, int to);

  /** The finished column; the builder is not used again. */
  Column build();

  /** One column out of the builders of consecutive parts of a file. */
  Column join(List<? extends ColumnBuilder> parts);

  static ColumnBuilder of(Role role, int expectedRows) {
    return switch (role) {
      case KEY, TEXT -> new TextColumn.Builder(expectedRows, role == Role.TEXT);
      case RESIDENT_ID -> new IdColumn.Builder(expectedRows, true);
      case ID -> new IdColumn.Builder(expectedRows, false);
      case NAME -> new NameColumn.Builder(expectedRows);
      case DATE -> new DateColumn.Builder(expectedRows);
      case SEX -> new SexColumn.Builder(expectedRows);
      case ADDRESS -> new AddressColumn.Builder(expectedRows);
      case NUMBER -> new NumberColumn.Builder(expectedRows);
      case CODE -> new CodeColumn.Builder(expectedRows);
    };
  }
}
