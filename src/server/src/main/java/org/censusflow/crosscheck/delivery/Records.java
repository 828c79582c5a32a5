package org.censusflow.crosscheck.delivery;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;

/** The rows of a department's file, one after the other, whatever the file's format is. */
interface Records extends Closeable {

  List<String> header();

  /**
   * Goes to the next row.
   *
   * @return false behind the last one
   */
  boolean next() throws IOException;

  /** The line of the file, or row of the sheet, from 1 for the column names. */
  long line();

  /** What is wrong with the row's form, in Chinese; null when nothing is. */
  String fault();

  /** How many values the row has. */
  int width();

  /** A value without the blanks around it; empty when there is none. */
  String text(int column);
}
