package org.censusflow.base.process.crosscheck;

/** What code calls {@code CrossCheck} (比对复查), its people's tasks and its messages. */
public final class CrossCheckProcess {

  public static final String KEY = "CrossCheck";

  public static final String SIGN_PUBLIC_SECURITY_FIGURES = "Task_SignPublicSecurityFigures";
  public static final String SIGN_HEALTH_FIGURES = "Task_SignHealthFigures";
  public static final String URGE_RECHECKS = "Task_UrgeRechecks";
  public static final String DECIDE_SHORTFALL = "Task_DecideShortfall";
  public static final String DRAFT_REPORT = "Task_DraftReport";
  public static final String SIGN_REPORT = "Task_SignReport";
  public static final String REQUEST_TAX = "Task_RequestTax";
  public static final String REQUEST_CIVIL_AFFAIRS = "Task_RequestCivilAffairs";
  public static final String ARCHIVE_REPORT = "Task_ArchiveReport";

  public static final String RECHECKS_COMPLETED = "Message_RechecksCompleted";

  private CrossCheckProcess() {}
}
