package org.censusflow.crosscheck.recheck.workflow;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.censusflow.base.process.crosscheck.CrossCheckRechecksProcess;
import org.censusflow.base.task.TaskOrigin;
import org.censusflow.crosscheck.compare.AreaRechecks;
import org.censusflow.crosscheck.compare.Verifier;
import org.censusflow.crosscheck.recheck.Rechecks;
import org.springframework.stereotype.Component;

/** The steps of {@code AreaRecheck}: one block with differences. */
@Component("recheckSteps")
public class RecheckSteps {

  private final Rechecks rechecks;
  private final AreaRechecks areas;
  private final RuntimeService runtime;

  RecheckSteps(Rechecks rechecks, AreaRechecks areas, RuntimeService runtime) {
    this.rechecks = rechecks;
    this.areas = areas;
    this.runtime = runtime;
  }

  /** Counts what waits for whom; a community's work is done by its subdistrict's office. */
  public void open(DelegateExecution execution) {
    Map<Verifier, Integer> counts =
        rechecks.toVerify(text(execution, "censusId"), text(execution, "block"));
    execution.setVariable("enumeratorCount", count(counts, Verifier.ENUMERATOR));
    execution.setVariable("supervisorCount", count(counts, Verifier.SUPERVISOR));
    execution.setVariable(
        "subdistrictCount",
        count(counts, Verifier.SUBDISTRICT) + count(counts, Verifier.COMMUNITY));
    execution.setVariable("officeCount", count(counts, Verifier.OFFICE));
  }

  private static int count(Map<Verifier, Integer> counts, Verifier verifier) {
    return counts.getOrDefault(verifier, 0);
  }

  /** The groups whose members may review everything in the block. */
  public List<String> reviewers(DelegateExecution execution) {
    String district = execution.getTenantId();
    String subdistrict = text(execution, "subdistrict");
    List<String> groups = new ArrayList<>(List.of(district + "-census-office"));
    Verifier least = rechecks.leastReviewer(text(execution, "censusId"), text(execution, "block"));
    if (least != Verifier.OFFICE) {
      groups.add(district + "-" + subdistrict + "-office");
    }
    if (least == Verifier.SUPERVISOR) {
      groups.add(district + "-" + subdistrict + "-supervisors");
    }
    return groups;
  }

  /** Marks the reminder where the officers see it. */
  public void remind(DelegateExecution execution) {
    execution.setVariable("reminded", true);
  }

  /** After a review: what went back is verified again. */
  public void reviewResult(DelegateExecution execution) {
    open(execution);
    Map<Verifier, Integer> returned =
        rechecks.toVerify(text(execution, "censusId"), text(execution, "block"));
    int count = returned.values().stream().mapToInt(Integer::intValue).sum();
    execution.setVariable("returnedCount", count);
    execution.setVariable("approved", count == 0);
  }

  public void applyCorrections(DelegateExecution execution) {
    int applied = rechecks.apply(text(execution, "censusId"), text(execution, "block"));
    execution.setVariable("settledCount", applied);
  }

  /** Reports to the data plane; the last block wakes the phase. */
  public void reportCompletion(DelegateExecution execution) {
    String censusId = text(execution, "censusId");
    int open = areas.completed(censusId, text(execution, "block"));
    if (open == 0) {
      runtime
          .createMessageCorrelation(CrossCheckRechecksProcess.RECHECKS_COMPLETED)
          .processInstanceVariableEquals("censusId", censusId)
          .correlateAllWithResult();
    }
  }

  private static String text(DelegateExecution execution, String name) {
    return TaskOrigin.text(execution, name);
  }
}
