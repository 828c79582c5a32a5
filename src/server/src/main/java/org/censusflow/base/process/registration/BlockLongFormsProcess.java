package org.censusflow.base.process.registration;

/** What code calls {@code BlockLongForms} (小区长表登记), its people's tasks and its messages. */
public final class BlockLongFormsProcess {

  public static final String KEY = "BlockLongForms";

  public static final String ENUMERATE_LONG_FORMS = "Task_EnumerateLongForms";
  public static final String ACCEPT_LONG_FORMS = "Task_AcceptLongForms";
  public static final String URGE_LONG_FORMS = "Task_UrgeLongForms";

  private BlockLongFormsProcess() {}
}
