package org.censusflow.base.process.registration;

/** What code calls {@code BlockShortForms} (小区短表登记), its people's tasks and its messages. */
public final class BlockShortFormsProcess {

  public static final String KEY = "BlockShortForms";

  public static final String ENUMERATE_SHORT_FORMS = "Task_EnumerateShortForms";
  public static final String RECHECK_SAMPLE = "Task_RecheckSample";
  public static final String ACCEPT_BLOCK = "Task_AcceptBlock";

  private BlockShortFormsProcess() {}
}
