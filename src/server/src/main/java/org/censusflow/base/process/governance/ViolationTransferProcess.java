package org.censusflow.base.process.governance;

/** What code calls {@code ViolationTransfer} (违法案件移送), its people's tasks and its messages. */
public final class ViolationTransferProcess {

  public static final String KEY = "ViolationTransfer";

  public static final String TRANSFER_CASE = "Task_TransferCase";
  public static final String RECORD_RECEIPT = "Task_RecordReceipt";
  public static final String URGE_RECEIPT = "Task_UrgeReceipt";
  public static final String RECORD_RESULT = "Task_RecordResult";

  private ViolationTransferProcess() {}
}
