package org.censusflow.base.process.crosscheck;

/** What code calls {@code CrossCheckRechecks} (签认、复查和验收), its people's tasks and its messages. */
public final class CrossCheckRechecksProcess {

  public static final String KEY = "CrossCheckRechecks";

  public static final String SIGN_PUBLIC_SECURITY_FIGURES = "Task_SignPublicSecurityFigures";
  public static final String SIGN_HEALTH_FIGURES = "Task_SignHealthFigures";
  public static final String URGE_RECHECKS = "Task_UrgeRechecks";
  public static final String DECIDE_SHORTFALL = "Task_DecideShortfall";

  public static final String RECHECKS_COMPLETED = "Message_RechecksCompleted";

  private CrossCheckRechecksProcess() {}
}
