package org.censusflow.base.process.governance;

/** What code calls {@code Violation} (违法行为查处), its people's tasks and its messages. */
public final class ViolationProcess {

  public static final String KEY = "Violation";

  public static final String SCREEN_REPORT = "Task_ScreenReport";
  public static final String DRAFT_DISPOSITION = "Task_DraftDisposition";
  public static final String APPROVE_DISPOSITION = "Task_ApproveDisposition";
  public static final String EXECUTE_DISPOSITION = "Task_ExecuteDisposition";
  public static final String DRAFT_NOTICE = "Task_DraftNotice";
  public static final String REGISTER_REPORT = "Task_RegisterReport";

  private ViolationProcess() {}
}
