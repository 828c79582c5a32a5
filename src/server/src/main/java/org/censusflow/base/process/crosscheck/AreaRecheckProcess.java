package org.censusflow.base.process.crosscheck;

/** What code calls {@code AreaRecheck} (小区复查), its people's tasks and its messages. */
public final class AreaRecheckProcess {

  public static final String KEY = "AreaRecheck";

  public static final String VERIFY_BY_ENUMERATOR = "Task_VerifyByEnumerator";
  public static final String VERIFY_BY_SUPERVISOR = "Task_VerifyBySupervisor";
  public static final String VERIFY_BY_SUBDISTRICT = "Task_VerifyBySubdistrict";
  public static final String VERIFY_BY_OFFICE = "Task_VerifyByOffice";
  public static final String REVIEW_VERIFICATION = "Task_ReviewVerification";
  public static final String URGE_RECHECK = "Task_UrgeRecheck";

  private AreaRecheckProcess() {}
}
