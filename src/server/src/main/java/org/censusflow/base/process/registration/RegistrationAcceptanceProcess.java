package org.censusflow.base.process.registration;

/** What code calls {@code RegistrationAcceptance} (登记逐级验收), its people's tasks and its messages. */
public final class RegistrationAcceptanceProcess {

  public static final String KEY = "RegistrationAcceptance";

  public static final String SUBMIT_ACCEPTANCE = "Task_SubmitAcceptance";
  public static final String REVIEW_ACCEPTANCE = "Task_ReviewAcceptance";
  public static final String URGE_ACCEPTANCE = "Task_UrgeAcceptance";

  public static final String ACCEPTANCE_WITHDRAWN = "Message_AcceptanceWithdrawn";

  private RegistrationAcceptanceProcess() {}
}
