package org.censusflow.base.process.registration;

/** What code calls {@code SpecialPopulation} (特殊人群登记), its people's tasks and its messages. */
public final class SpecialPopulationProcess {

  public static final String KEY = "SpecialPopulation";

  public static final String REPORT_MILITARY = "Task_ReportMilitary";
  public static final String URGE_MILITARY = "Task_UrgeMilitary";
  public static final String PREPARE_POPULATION = "Task_PreparePopulation";
  public static final String URGE_PREPARATION = "Task_UrgePreparation";
  public static final String REGISTER_BY_SUBDISTRICT = "Task_RegisterBySubdistrict";
  public static final String DECIDE_FIGURES = "Task_DecideFigures";

  private SpecialPopulationProcess() {}
}
