package org.censusflow.preparation.workflow;

import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.censusflow.district.Subdistrict;
import org.censusflow.district.Unit;
import org.springframework.stereotype.Component;

/** Whom the processes of the preparation are started for, as collections for a calling process. */
@Component("preparationSteps")
public class PreparationSteps {

  private final Scene scene;

  PreparationSteps(Scene scene) {
    this.scene = scene;
  }

  /** Keys of the member units, in the order of the district's file. */
  public List<String> units(DelegateExecution execution) {
    return scene.district(execution).units().stream().map(Unit::key).toList();
  }

  public String subdistrictName(DelegateExecution execution, String subdistrict) {
    return scene.district(execution).subdistrict(subdistrict).name();
  }

  /** Keys of the subdistricts, in the order of the district's file. */
  public List<String> subdistricts(DelegateExecution execution) {
    return scene.district(execution).subdistricts().stream().map(Subdistrict::key).toList();
  }
}
