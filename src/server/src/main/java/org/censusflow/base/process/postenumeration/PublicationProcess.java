package org.censusflow.base.process.postenumeration;

/** What code calls {@code Publication} (普查数据发布), its people's tasks and its messages. */
public final class PublicationProcess {

  public static final String KEY = "Publication";

  public static final String DRAFT_RELEASE = "Task_DraftRelease";
  public static final String CHECK_DISCLOSURE = "Task_CheckDisclosure";
  public static final String APPROVE_RELEASE = "Task_ApproveRelease";
  public static final String SUBMIT_RELEASE = "Task_SubmitRelease";
  public static final String RECORD_HIGHER_DECISION = "Task_RecordHigherDecision";
  public static final String CONFIRM_RELEASE = "Task_ConfirmRelease";
  public static final String REGISTER_RELEASE = "Task_RegisterRelease";

  private PublicationProcess() {}
}
