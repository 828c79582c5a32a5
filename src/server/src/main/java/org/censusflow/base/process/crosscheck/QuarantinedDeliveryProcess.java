package org.censusflow.base.process.crosscheck;

/** What code calls {@code QuarantinedDelivery} (无法读取的交付处置), its people's tasks and its messages. */
public final class QuarantinedDeliveryProcess {

  public static final String KEY = "QuarantinedDelivery";

  public static final String HANDLE_QUARANTINE = "Task_HandleQuarantine";
  public static final String CONFIRM_DISCARD = "Task_ConfirmDiscard";

  private QuarantinedDeliveryProcess() {}
}
