package org.censusflow.base.process.crosscheck;

/** What code calls {@code CrossCheck} (比对复查), its people's tasks and its messages. */
public final class CrossCheckProcess {

  public static final String KEY = "CrossCheck";

  public static final String REQUEST_TAX = "Task_RequestTax";
  public static final String REQUEST_CIVIL_AFFAIRS = "Task_RequestCivilAffairs";

  private CrossCheckProcess() {}
}
