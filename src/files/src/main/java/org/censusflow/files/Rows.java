package org.censusflow.files;

import java.io.Closeable;
import java.io.IOException;

/** The rows of a file as they stand, one after the other; one row is in memory at a time. */
interface Rows extends Closeable {

  /**
   * Goes to the next row.
   *
   * @return false behind the last
   * @throws Unreadable when the file breaks off
   */
  boolean next() throws IOException;

  /** The line of the text or row of the sheet, from 1. */
  long line();

  /** Why the row cannot be taken apart; null when it can. */
  RowFault fault();

  int width();

  /** A cell without the blanks around it; empty when there is nothing in it. */
  String text(int column);

  /** Whether empty cells at a row's end are there; a sheet does not hold them. */
  default boolean keepsEmptyCells() {
    return false;
  }

  /** Behind the last row: what was noticed of the file as a whole. */
  default void note(Notes notes) {}
}
