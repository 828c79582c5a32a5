package org.censusflow.preparation.workflow;

import org.censusflow.StaffScene;
import org.censusflow.preparation.PreparationFigures;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;

/** Sample staff do the preparation's tasks, early in the year before the reference time. */
abstract class PreparationScene extends StaffScene {

  @Autowired PreparationFigures figures;

  @BeforeEach
  void setTheClock() {
    now("2020-02-03T01:00:00Z");
  }
}
