package org.censusflow.base.process.mapping;

/** What code calls {@code AreaDelimitation} (街道普查区划分), its people's tasks and its messages. */
public final class AreaDelimitationProcess {

  public static final String KEY = "AreaDelimitation";

  public static final String DELIVER_AREA_FILES = "Task_DeliverAreaFiles";
  public static final String URGE_AREA_FILES = "Task_UrgeAreaFiles";
  public static final String HELP_DRAWING = "Task_HelpDrawing";
  public static final String LIST_BUILDINGS = "Task_ListBuildings";
  public static final String URGE_LISTING = "Task_UrgeListing";
  public static final String ADJUST_BLOCKS = "Task_AdjustBlocks";

  private AreaDelimitationProcess() {}
}
