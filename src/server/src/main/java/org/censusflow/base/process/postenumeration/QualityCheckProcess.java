package org.censusflow.base.process.postenumeration;

/** What code calls {@code QualityCheck} (事后质量抽查配合), its people's tasks and its messages. */
public final class QualityCheckProcess {

  public static final String KEY = "QualityCheck";

  public static final String RECORD_SAMPLE = "Task_RecordSample";
  public static final String URGE_CHECK = "Task_UrgeCheck";
  public static final String PREPARE_MATERIAL = "Task_PrepareMaterial";
  public static final String REVIEW_MATERIAL = "Task_ReviewMaterial";
  public static final String HAND_OVER_MATERIAL = "Task_HandOverMaterial";

  private QualityCheckProcess() {}
}
