package org.censusflow.base.process.registration;

/** What code calls {@code HouseholdQuestion} (住户疑问核实), its people's tasks and its messages. */
public final class HouseholdQuestionProcess {

  public static final String KEY = "HouseholdQuestion";

  public static final String ASK_HOUSEHOLDS = "Task_AskHouseholds";
  public static final String URGE_REPLIES = "Task_UrgeReplies";
  public static final String REACH_HOUSEHOLDS = "Task_ReachHouseholds";
  public static final String CHECK_REPLIES = "Task_CheckReplies";

  private HouseholdQuestionProcess() {}
}
