package org.censusflow.base.process.preparation;

/** What code calls {@code SubdistrictSetup} (街道普查机构组建), its people's tasks and its messages. */
public final class SubdistrictSetupProcess {

  public static final String KEY = "SubdistrictSetup";

  public static final String SET_UP_OFFICE = "Task_SetUpOffice";
  public static final String URGE_OFFICE = "Task_UrgeOffice";
  public static final String CONFIRM_OFFICE = "Task_ConfirmOffice";
  public static final String SET_UP_GROUPS = "Task_SetUpGroups";
  public static final String URGE_GROUPS = "Task_UrgeGroups";
  public static final String CONFIRM_GROUPS = "Task_ConfirmGroups";

  private SubdistrictSetupProcess() {}
}
