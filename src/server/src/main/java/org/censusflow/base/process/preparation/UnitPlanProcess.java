package org.censusflow.base.process.preparation;

/** What code calls {@code UnitPlan} (成员单位普查方案), its people's tasks and its messages. */
public final class UnitPlanProcess {

  public static final String KEY = "UnitPlan";

  public static final String DRAFT_PLAN = "Task_DraftPlan";
  public static final String URGE_DRAFT = "Task_UrgeDraft";
  public static final String REVIEW_PLAN = "Task_ReviewPlan";
  public static final String CARRY_OUT_PLAN = "Task_CarryOutPlan";
  public static final String URGE_REPORT = "Task_UrgeReport";
  public static final String CONFIRM_REPORT = "Task_ConfirmReport";

  private UnitPlanProcess() {}
}
