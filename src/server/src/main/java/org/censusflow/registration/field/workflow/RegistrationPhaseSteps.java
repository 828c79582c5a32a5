package org.censusflow.registration.field.workflow;

import java.util.Date;
import java.util.List;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.censusflow.base.district.District;
import org.censusflow.base.process.CensusProcess;
import org.censusflow.registration.field.BlockWork;
import org.censusflow.registration.field.FieldPhase;
import org.censusflow.registration.field.Level;
import org.censusflow.registration.field.Progress;
import org.springframework.stereotype.Component;

/** The steps of {@code Registration}, the phase over thousands of blocks. */
@Component("registrationPhaseSteps")
public class RegistrationPhaseSteps {

  /** Message to whoever waits for the cross-check to begin, such as the umbrella. */

  /**
   * Blocks started in one job: enough that a commit costs little a block, few enough that the job
   * is done long before its lock expires and that a failure repeats little.
   */
  private static final int BATCH = 100;

  private final FieldInstance instance;
  private final FieldDates dates;
  private final FieldPhase phase;
  private final BlockWork work;
  private final Progress progress;
  private final BlockInstances instances;
  private final RuntimeService runtime;

  RegistrationPhaseSteps(
      FieldInstance instance,
      FieldDates dates,
      FieldPhase phase,
      BlockWork work,
      Progress progress,
      BlockInstances instances,
      RuntimeService runtime) {
    this.instance = instance;
    this.dates = dates;
    this.phase = phase;
    this.work = work;
    this.progress = progress;
    this.instances = instances;
    this.runtime = runtime;
  }

  /**
   * @throws IllegalStateException when the census has no blocks: registering nothing would end at
   *     once
   */
  public void open(DelegateExecution execution) {
    District district = instance.district(execution);
    int blocks = phase.open(FieldInstance.census(execution), district);
    if (blocks == 0) {
      throw new IllegalStateException(
          "CF-E850 Census %s has no blocks to register".formatted(FieldInstance.census(execution)));
    }
    execution.setVariable("blockCount", blocks);
    execution.setVariable("taskSubject", district.name());
  }

  /** Starts the next blocks, each as an instance of its own, and says whether more wait. */
  public void startBatch(DelegateExecution execution) {
    String censusId = FieldInstance.census(execution);
    String district = instance.district(execution).id();
    for (BlockWork.Planned block : work.planned(censusId, BATCH)) {
      work.started(censusId, block.code());
      instances.start(censusId, district, block);
    }
    execution.setVariable("blocksWaiting", work.anyPlanned(censusId));
  }

  /** When the window ends; a phase opened late still has some working days. */
  public Date due(DelegateExecution execution, String window) {
    return dates.due(instance.district(execution), window);
  }

  /** What is late, subdistrict by subdistrict. */
  public String late(DelegateExecution execution) {
    List<Progress.Part> parts =
        progress.parts(
            FieldInstance.census(execution), Level.DISTRICT, instance.district(execution).id());
    return parts.stream()
        .map(
            part ->
                "%s 未验收短表 %d 个、未完成登记 %d 个（共 %d 个小区）"
                    .formatted(
                        part.name(),
                        part.figures().blocks() - part.figures().shortAccepted(),
                        part.figures().blocks() - part.figures().registered(),
                        part.figures().blocks()))
        .collect(Collectors.joining("；"));
  }

  /** Tells whoever waits that the cross-check may begin; nobody need wait. */
  public void closeShortForms(DelegateExecution execution) {
    runtime
        .createMessageCorrelation(CensusProcess.SHORT_FORMS_CLOSED)
        .processInstanceVariableEquals("censusId", FieldInstance.census(execution))
        .correlateAllWithResult();
  }
}
