package org.censusflow.base.process.preparation;

/** What code calls {@code RegisterRectification} (户口整顿), its people's tasks and its messages. */
public final class RegisterRectificationProcess {

  public static final String KEY = "RegisterRectification";

  public static final String DEPLOY_RECTIFICATION = "Task_DeployRectification";
  public static final String URGE_DEPLOYMENT = "Task_UrgeDeployment";
  public static final String COUNT_REGISTER = "Task_CountRegister";
  public static final String URGE_COUNT = "Task_UrgeCount";
  public static final String CONFIRM_COUNTS = "Task_ConfirmCounts";
  public static final String ACCEPT_COUNTS = "Task_AcceptCounts";
  public static final String SETTLE_REGISTER = "Task_SettleRegister";
  public static final String URGE_SETTLEMENT = "Task_UrgeSettlement";

  private RegisterRectificationProcess() {}
}
