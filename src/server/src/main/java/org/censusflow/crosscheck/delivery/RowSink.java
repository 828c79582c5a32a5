package org.censusflow.crosscheck.delivery;

/** Where the rows of a delivery go. */
interface RowSink {

  void add(RegisterRow row);

  /** Writes what is still held; what was added before is in the table then. */
  void flush();

  /** Lets go of what was not flushed, when the transaction is to be rolled back. */
  void cancel();
}
