package org.censusflow.base.process.registration;

/** What code calls {@code StaffHandover} (两员接替), its people's tasks and its messages. */
public final class StaffHandoverProcess {

  public static final String KEY = "StaffHandover";

  public static final String ARRANGE_COVER = "Task_ArrangeCover";

  private StaffHandoverProcess() {}
}
