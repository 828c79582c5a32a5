package org.censusflow.base.process.postenumeration;

/** What code calls {@code Retention} (普查资料保管和销毁), its people's tasks and its messages. */
public final class RetentionProcess {

  public static final String KEY = "Retention";

  public static final String HAND_OVER_ARCHIVE = "Task_HandOverArchive";
  public static final String CONFIRM_ARCHIVE = "Task_ConfirmArchive";
  public static final String REVIEW_HOLD = "Task_ReviewHold";
  public static final String FILE_CERTIFICATE = "Task_FileCertificate";
  public static final String OPEN_RETENTION = "Task_OpenRetention";

  private RetentionProcess() {}
}
