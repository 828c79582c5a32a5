package org.censusflow.base.process.registration;

/** What code calls {@code AreaRegistration} (小区登记), its people's tasks and its messages. */
public final class AreaRegistrationProcess {

  public static final String KEY = "AreaRegistration";

  public static final String LIST_HOUSEHOLDS = "Task_ListHouseholds";
  public static final String ENUMERATE_SHORT_FORMS = "Task_EnumerateShortForms";
  public static final String RECHECK_SAMPLE = "Task_RecheckSample";
  public static final String ACCEPT_BLOCK = "Task_AcceptBlock";
  public static final String URGE_BLOCK = "Task_UrgeBlock";
  public static final String ENUMERATE_LONG_FORMS = "Task_EnumerateLongForms";
  public static final String ACCEPT_LONG_FORMS = "Task_AcceptLongForms";
  public static final String URGE_LONG_FORMS = "Task_UrgeLongForms";

  public static final String BLOCK_REOPENED = "Message_BlockReopened";
  public static final String BLOCK_HALTED = "Message_BlockHalted";

  private AreaRegistrationProcess() {}
}
