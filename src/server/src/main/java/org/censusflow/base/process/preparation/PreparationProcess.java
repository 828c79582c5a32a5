package org.censusflow.base.process.preparation;

/** What code calls {@code Preparation} (普查准备), its people's tasks and its messages. */
public final class PreparationProcess {

  public static final String KEY = "Preparation";

  public static final String CONFIRM_PREPARATION = "Task_ConfirmPreparation";
  public static final String DECIDE_LATE = "Task_DecideLate";

  private PreparationProcess() {}
}
