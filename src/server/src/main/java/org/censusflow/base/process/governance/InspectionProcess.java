package org.censusflow.base.process.governance;

/** What code calls {@code Inspection} (普查检查), its people's tasks and its messages. */
public final class InspectionProcess {

  public static final String KEY = "Inspection";

  public static final String NAME_INSPECTORS = "Task_NameInspectors";
  public static final String RECORD_INSPECTION = "Task_RecordInspection";
  public static final String RECORD_FINDING = "Task_RecordFinding";
  public static final String COUNTERSIGN_INSPECTION = "Task_CountersignInspection";

  private InspectionProcess() {}
}
