package org.censusflow.base.process.registration;

/** What code calls {@code AreaRegistration} (小区登记), its people's tasks and its messages. */
public final class AreaRegistrationProcess {

  public static final String KEY = "AreaRegistration";

  public static final String URGE_BLOCK = "Task_UrgeBlock";

  public static final String BLOCK_REOPENED = "Message_BlockReopened";
  public static final String BLOCK_HALTED = "Message_BlockHalted";

  private AreaRegistrationProcess() {}
}
