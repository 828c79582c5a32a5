package org.censusflow.base.process.mapping;

/** What code calls {@code Mapping} (普查区划分与绘图), its people's tasks and its messages. */
public final class MappingProcess {

  public static final String KEY = "Mapping";

  public static final String PLAN_MAPPING = "Task_PlanMapping";
  public static final String SUPPLY_BASE_MAPS = "Task_SupplyBaseMaps";
  public static final String URGE_BASE_MAPS = "Task_UrgeBaseMaps";
  public static final String CHECK_BASE_MAPS = "Task_CheckBaseMaps";
  public static final String CONFIRM_DIVISIONS = "Task_ConfirmDivisions";
  public static final String ACCEPT_MAPPING = "Task_AcceptMapping";

  private MappingProcess() {}
}
