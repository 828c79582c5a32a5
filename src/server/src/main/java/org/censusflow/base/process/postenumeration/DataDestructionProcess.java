package org.censusflow.base.process.postenumeration;

/** What code calls {@code DataDestruction} (个人资料销毁), its people's tasks and its messages. */
public final class DataDestructionProcess {

  public static final String KEY = "DataDestruction";

  public static final String APPLY_DESTRUCTION = "Task_ApplyDestruction";
  public static final String APPROVE_DESTRUCTION = "Task_ApproveDestruction";
  public static final String CONFIRM_DESTRUCTION = "Task_ConfirmDestruction";
  public static final String SUPERVISE_DESTRUCTION = "Task_SuperviseDestruction";

  private DataDestructionProcess() {}
}
