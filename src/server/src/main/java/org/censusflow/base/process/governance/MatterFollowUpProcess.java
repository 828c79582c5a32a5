package org.censusflow.base.process.governance;

/** What code calls {@code MatterFollowUp} (交办事项督办), its people's tasks and its messages. */
public final class MatterFollowUpProcess {

  public static final String KEY = "MatterFollowUp";

  public static final String REPORT_MATTER = "Task_ReportMatter";
  public static final String URGE_MATTER = "Task_UrgeMatter";
  public static final String CONFIRM_MATTER = "Task_ConfirmMatter";

  private MatterFollowUpProcess() {}
}
