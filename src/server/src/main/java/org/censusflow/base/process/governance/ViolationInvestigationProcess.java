package org.censusflow.base.process.governance;

/**
 * What code calls {@code ViolationInvestigation} (违法行为立案调查), its people's tasks and its messages.
 */
public final class ViolationInvestigationProcess {

  public static final String KEY = "ViolationInvestigation";

  public static final String NAME_INVESTIGATORS = "Task_NameInvestigators";
  public static final String INVESTIGATE = "Task_Investigate";
  public static final String COUNTERSIGN_INVESTIGATION = "Task_CountersignInvestigation";

  private ViolationInvestigationProcess() {}
}
