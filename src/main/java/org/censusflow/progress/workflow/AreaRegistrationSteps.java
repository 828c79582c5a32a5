package org.censusflow.progress.workflow;

import java.util.Date;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.censusflow.district.District;
import org.censusflow.progress.Acceptances;
import org.censusflow.progress.BlockWork;
import org.censusflow.progress.HouseholdCases;
import org.censusflow.progress.Level;
import org.censusflow.progress.LongForms;
import org.censusflow.progress.Progress;
import org.censusflow.progress.RecheckSamples;
import org.springframework.stereotype.Component;

/** The steps of {@code AreaRegistration}: one block, from the list to the last long form. */
@Component("areaRegistrationSteps")
public class AreaRegistrationSteps extends FieldGate {

  private static final String ALL_REGISTERED = "Message_AreasRegistered";

  private final Scene scene;
  private final FieldDates dates;
  private final BlockWork work;
  private final HouseholdCases cases;
  private final RecheckSamples samples;
  private final Acceptances acceptances;
  private final AcceptanceStarts starts;
  private final LongForms longForms;
  private final RuntimeService runtime;

  AreaRegistrationSteps(
      Scene scene,
      Progress progress,
      FieldDates dates,
      BlockWork work,
      HouseholdCases cases,
      RecheckSamples samples,
      Acceptances acceptances,
      AcceptanceStarts starts,
      LongForms longForms,
      RuntimeService runtime) {
    super(scene, progress);
    this.scene = scene;
    this.dates = dates;
    this.work = work;
    this.cases = cases;
    this.samples = samples;
    this.acceptances = acceptances;
    this.starts = starts;
    this.longForms = longForms;
    this.runtime = runtime;
  }

  @Override
  Level level(DelegateExecution execution) {
    return Level.BLOCK;
  }

  @Override
  String code(DelegateExecution execution) {
    return Scene.block(execution);
  }

  public void open(DelegateExecution execution) {
    District district = scene.district(execution);
    work.due(
        Scene.census(execution),
        Scene.block(execution),
        dates.dueInstant(district, "short-form"),
        dates.dueInstant(district, "long-form"));
  }

  public Date due(DelegateExecution execution, String window) {
    return dates.due(scene.district(execution), window);
  }

  public Date reminder(DelegateExecution execution, String window) {
    return dates.reminder(scene.district(execution), window);
  }

  /** The midnight after which households that have not answered by themselves are visited. */
  public Date selfEnumerationEnds(DelegateExecution execution) {
    return dates.ends(scene.district(execution), "self-enumeration");
  }

  public Date longFormsOpen(DelegateExecution execution) {
    return dates.begins(scene.district(execution), "long-form");
  }

  public void recordListing(DelegateExecution execution) {
    String censusId = Scene.census(execution);
    String block = Scene.block(execution);
    work.listed(
        censusId,
        block,
        Scene.number(execution, "listedPersons"),
        Scene.number(execution, "emptyDwellings"),
        Scene.number(execution, "selfInvited"));
    cases.list(censusId, block, Scene.number(execution, "listedHouseholds"));
  }

  public void remind(DelegateExecution execution) {
    work.remind(Scene.census(execution), Scene.block(execution));
  }

  public void returnUnanswered(DelegateExecution execution) {
    cases.returnUnanswered(Scene.census(execution), Scene.block(execution));
  }

  public void drawRecheck(DelegateExecution execution) {
    int drawn =
        samples.draw(
            Scene.census(execution),
            Scene.block(execution),
            scene.district(execution).fieldWork().recheckShare(),
            scene.doer(execution, "Task_EnumerateShortForms"));
    execution.setVariable("sampledCount", drawn);
  }

  public int missedPersons(DelegateExecution execution) {
    return current(execution).missedPersons();
  }

  public int redone(DelegateExecution execution) {
    return work.round(Scene.census(execution), Scene.block(execution));
  }

  public int redoLimit(DelegateExecution execution) {
    return scene.district(execution).fieldWork().redos();
  }

  /** Closes the round that failed, and opens every household for another. */
  public void reopen(DelegateExecution execution) {
    concludeRound(execution);
    samples.reopen(Scene.census(execution), Scene.block(execution));
  }

  private void concludeRound(DelegateExecution execution) {
    samples.conclude(
        Scene.census(execution),
        Scene.block(execution),
        scene.doer(execution, "Task_RecheckSample"),
        Scene.text(execution, "recheckOutcome"));
  }

  /** Puts both names to the block; the last block of an area makes the area ready. */
  public void recordBlock(DelegateExecution execution) {
    String censusId = Scene.census(execution);
    Acceptances.Unit unit = acceptances.unit(censusId, Level.BLOCK, Scene.block(execution));
    String owner = scene.doer(execution, "Task_EnumerateShortForms");
    String reviewer = scene.doer(execution, "Task_AcceptBlock");
    String reason = Scene.text(execution, "returnReason");
    acceptances.submitted(censusId, unit, owner, figures(execution));
    if ("return".equals(execution.getVariable("blockDecision"))) {
      acceptances.returned(censusId, unit, reviewer, reason);
      return;
    }
    concludeRound(execution);
    acceptances
        .accepted(censusId, unit, reviewer, reason)
        .ifPresent(area -> starts.start(execution, area));
  }

  public void countLongForms(DelegateExecution execution) {
    String censusId = Scene.census(execution);
    String block = Scene.block(execution);
    int drawn = longForms.drawn(censusId, block);
    work.longForms(censusId, block, drawn);
    execution.setVariable("longFormCount", drawn);
  }

  public void recordLongForms(DelegateExecution execution) {
    work.longFormsRegistered(
        Scene.census(execution),
        Scene.block(execution),
        Scene.number(execution, "longFormRegistered"));
  }

  /** Reports to the data plane; the last block wakes the phase. */
  public void reportRegistered(DelegateExecution execution) {
    String censusId = Scene.census(execution);
    if (acceptances.registered(censusId, Scene.block(execution))) {
      runtime
          .createMessageCorrelation(ALL_REGISTERED)
          .processInstanceVariableEquals("censusId", censusId)
          .correlateAllWithResult();
    }
  }
}
