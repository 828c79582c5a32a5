package org.censusflow.base.process.postenumeration;

/** What code calls {@code SampleBlockFindings} (抽查问题整改), its people's tasks and its messages. */
public final class SampleBlockFindingsProcess {

  public static final String KEY = "SampleBlockFindings";

  public static final String RECORD_CHECK_FINDING = "Task_RecordCheckFinding";

  private SampleBlockFindingsProcess() {}
}
