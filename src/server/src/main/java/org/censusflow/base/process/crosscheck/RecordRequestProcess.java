package org.censusflow.base.process.crosscheck;

/** What code calls {@code RecordRequest} (部门资料请求), its people's tasks and its messages. */
public final class RecordRequestProcess {

  public static final String KEY = "RecordRequest";

  public static final String UPLOAD_RECORDS = "Task_UploadRecords";
  public static final String RESOLVE_OVERDUE = "Task_ResolveOverdue";
  public static final String FETCH_RECORDS = "Task_FetchRecords";
  public static final String AWAIT_UPLOAD = "Task_AwaitUpload";

  public static final String RECORDS_DELIVERED = "Message_RecordsDelivered";

  private RecordRequestProcess() {}
}
