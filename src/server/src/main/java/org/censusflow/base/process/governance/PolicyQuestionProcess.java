package org.censusflow.base.process.governance;

/** What code calls {@code PolicyQuestion} (政策问题答复), its people's tasks and its messages. */
public final class PolicyQuestionProcess {

  public static final String KEY = "PolicyQuestion";

  public static final String ROUTE_QUESTION = "Task_RouteQuestion";
  public static final String GIVE_OPINION = "Task_GiveOpinion";
  public static final String DRAFT_ANSWER = "Task_DraftAnswer";
  public static final String APPROVE_ANSWER = "Task_ApproveAnswer";
  public static final String DECIDE_ANSWER = "Task_DecideAnswer";
  public static final String ACKNOWLEDGE_ANSWER = "Task_AcknowledgeAnswer";
  public static final String SPREAD_ANSWER = "Task_SpreadAnswer";
  public static final String REGISTER_QUESTION = "Task_RegisterQuestion";

  private PolicyQuestionProcess() {}
}
