package org.censusflow.base.process.crosscheck;

/** What code calls {@code RecordComparison} (资料比对和判定), its people's tasks and its messages. */
public final class RecordComparisonProcess {

  public static final String KEY = "RecordComparison";

  private RecordComparisonProcess() {}
}
