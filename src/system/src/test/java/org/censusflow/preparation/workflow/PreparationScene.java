package org.censusflow.preparation.workflow;

import java.util.List;
import org.censusflow.StaffScene;
import org.censusflow.preparation.PreparationFigures;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;

/** Sample staff do the preparation's tasks, early in the year before the reference time. */
abstract class PreparationScene extends StaffScene {

  private static final List<String> TABLES =
      List.of(
          "unit_plan",
          "subdistrict_setup",
          "allowance_payment",
          "funds_check",
          "funds_release",
          "census_budget",
          "staff_certificate",
          "staffing_support",
          "staffing_source",
          "staffing",
          "publicity_activity",
          "publicity_plan");

  @Autowired PreparationFigures figures;

  @BeforeEach
  void setTheClock() {
    now("2020-02-03T01:00:00Z");
  }

  @Override
  protected List<String> tables() {
    return TABLES;
  }
}
