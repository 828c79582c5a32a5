package org.censusflow.base.process.preparation;

/** What code calls {@code Staffing} (两员选调培训), its people's tasks and its messages. */
public final class StaffingProcess {

  public static final String KEY = "Staffing";

  public static final String ESTIMATE_LOAD = "Task_EstimateLoad";
  public static final String WITHDRAW_STAFF = "Task_WithdrawStaff";
  public static final String NOMINATE_STAFF = "Task_NominateStaff";
  public static final String URGE_NOMINATION = "Task_UrgeNomination";
  public static final String SUPPORT_SELECTION = "Task_SupportSelection";
  public static final String REVIEW_SELECTION = "Task_ReviewSelection";
  public static final String TRAIN_STAFF = "Task_TrainStaff";
  public static final String EXAMINE_STAFF = "Task_ExamineStaff";
  public static final String ISSUE_CERTIFICATES = "Task_IssueCertificates";

  private StaffingProcess() {}
}
