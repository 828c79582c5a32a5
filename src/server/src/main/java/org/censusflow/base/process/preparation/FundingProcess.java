package org.censusflow.base.process.preparation;

/** What code calls {@code Funding} (普查经费保障), its people's tasks and its messages. */
public final class FundingProcess {

  public static final String KEY = "Funding";

  public static final String DRAFT_BUDGET = "Task_DraftBudget";
  public static final String REVIEW_BUDGET = "Task_ReviewBudget";
  public static final String RELEASE_TRANCHE = "Task_ReleaseTranche";
  public static final String URGE_TRANCHE = "Task_UrgeTranche";
  public static final String CHECK_FUNDS = "Task_CheckFunds";
  public static final String RECTIFY_FUNDS = "Task_RectifyFunds";
  public static final String URGE_RECTIFY = "Task_UrgeRectify";
  public static final String LIST_ACCEPTED_WORK = "Task_ListAcceptedWork";
  public static final String CONFIRM_ACCEPTED_WORK = "Task_ConfirmAcceptedWork";
  public static final String PAY_ALLOWANCE = "Task_PayAllowance";
  public static final String URGE_ALLOWANCE = "Task_UrgeAllowance";

  private FundingProcess() {}
}
