package org.censusflow.base.process.crosscheck;

/** What code calls {@code CrossCheckReport} (比对复查报告), its people's tasks and its messages. */
public final class CrossCheckReportProcess {

  public static final String KEY = "CrossCheckReport";

  public static final String DRAFT_REPORT = "Task_DraftReport";
  public static final String SIGN_REPORT = "Task_SignReport";
  public static final String ARCHIVE_REPORT = "Task_ArchiveReport";

  private CrossCheckReportProcess() {}
}
