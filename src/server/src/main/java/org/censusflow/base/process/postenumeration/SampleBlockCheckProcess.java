package org.censusflow.base.process.postenumeration;

/** What code calls {@code SampleBlockCheck} (样本小区抽查), its people's tasks and its messages. */
public final class SampleBlockCheckProcess {

  public static final String KEY = "SampleBlockCheck";

  public static final String NAME_TEAM = "Task_NameTeam";
  public static final String RE_ENUMERATE = "Task_ReEnumerate";
  public static final String COUNTERSIGN_COUNT = "Task_CountersignCount";
  public static final String COMPARE_COUNT = "Task_CompareCount";

  private SampleBlockCheckProcess() {}
}
