package org.censusflow.registration.field.workflow;

import java.util.Date;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.censusflow.base.district.District;
import org.censusflow.base.process.registration.BlockShortFormsProcess;
import org.censusflow.base.process.registration.RegistrationProcess;
import org.censusflow.base.task.TaskDoers;
import org.censusflow.registration.field.Acceptances;
import org.censusflow.registration.field.BlockWork;
import org.censusflow.registration.field.HouseholdCases;
import org.censusflow.registration.field.Level;
import org.censusflow.registration.field.LongForms;
import org.censusflow.registration.field.Progress;
import org.censusflow.registration.field.RecheckSamples;
import org.censusflow.registration.longform.SelfEnumeration;
import org.springframework.stereotype.Component;

/**
 * The steps of {@code AreaRegistration} and of what it calls: one block, from the list to the last
 * long form.
 */
@Component("areaRegistrationSteps")
public class AreaRegistrationSteps extends FieldGate {

  private final FieldInstance instance;
  private final FieldDates dates;
  private final BlockWork work;
  private final HouseholdCases cases;
  private final RecheckSamples samples;
  private final Acceptances acceptances;
  private final AcceptanceStarts starts;
  private final LongForms longForms;
  private final SelfEnumeration selfEnumeration;
  private final RuntimeService runtime;
  private final TaskDoers doers;

  AreaRegistrationSteps(
      FieldInstance instance,
      Progress progress,
      FieldDates dates,
      BlockWork work,
      HouseholdCases cases,
      RecheckSamples samples,
      Acceptances acceptances,
      AcceptanceStarts starts,
      LongForms longForms,
      SelfEnumeration selfEnumeration,
      RuntimeService runtime,
      TaskDoers doers) {
    super(instance, progress);
    this.instance = instance;
    this.dates = dates;
    this.work = work;
    this.cases = cases;
    this.samples = samples;
    this.acceptances = acceptances;
    this.starts = starts;
    this.longForms = longForms;
    this.selfEnumeration = selfEnumeration;
    this.runtime = runtime;
    this.doers = doers;
  }

  @Override
  Level level(DelegateExecution execution) {
    return Level.BLOCK;
  }

  @Override
  String code(DelegateExecution execution) {
    return FieldInstance.block(execution);
  }

  public void open(DelegateExecution execution) {
    District district = instance.district(execution);
    work.due(
        FieldInstance.census(execution),
        FieldInstance.block(execution),
        dates.dueInstant(district, "short-form"),
        dates.dueInstant(district, "long-form"));
  }

  public Date due(DelegateExecution execution, String window) {
    return dates.due(instance.district(execution), window);
  }

  public Date reminder(DelegateExecution execution, String window) {
    return dates.reminder(instance.district(execution), window);
  }

  /** The midnight after which households that have not answered by themselves are visited. */
  public Date selfEnumerationEnds(DelegateExecution execution) {
    return dates.ends(instance.district(execution), "self-enumeration");
  }

  public Date longFormsOpen(DelegateExecution execution) {
    return dates.begins(instance.district(execution), "long-form");
  }

  public void recordListing(DelegateExecution execution) {
    String censusId = FieldInstance.census(execution);
    String block = FieldInstance.block(execution);
    work.listed(
        censusId,
        block,
        FieldInstance.number(execution, "listedPersons"),
        FieldInstance.number(execution, "emptyDwellings"),
        FieldInstance.number(execution, "selfInvited"));
    cases.list(censusId, block, FieldInstance.number(execution, "listedHouseholds"));
  }

  public void remind(DelegateExecution execution) {
    work.remind(FieldInstance.census(execution), FieldInstance.block(execution));
  }

  public void returnUnanswered(DelegateExecution execution) {
    selfEnumeration.returnUnanswered(
        FieldInstance.census(execution), FieldInstance.block(execution));
  }

  public void drawRecheck(DelegateExecution execution) {
    int drawn =
        samples.draw(
            FieldInstance.census(execution),
            FieldInstance.block(execution),
            instance.district(execution).fieldWork().recheckShare(),
            doers.last(execution, BlockShortFormsProcess.ENUMERATE_SHORT_FORMS));
    execution.setVariable("sampledCount", drawn);
  }

  public int missedPersons(DelegateExecution execution) {
    return current(execution).missedPersons();
  }

  public int redone(DelegateExecution execution) {
    return work.round(FieldInstance.census(execution), FieldInstance.block(execution));
  }

  public int redoLimit(DelegateExecution execution) {
    return instance.district(execution).fieldWork().redos();
  }

  /** Closes the round that failed, and opens every household for another. */
  public void reopen(DelegateExecution execution) {
    concludeRound(execution);
    samples.reopen(FieldInstance.census(execution), FieldInstance.block(execution));
  }

  private void concludeRound(DelegateExecution execution) {
    samples.conclude(
        FieldInstance.census(execution),
        FieldInstance.block(execution),
        doers.last(execution, BlockShortFormsProcess.RECHECK_SAMPLE),
        FieldInstance.text(execution, "recheckOutcome"));
  }

  /** Puts both names to the block; the last block of an area makes the area ready. */
  public void recordBlock(DelegateExecution execution) {
    String censusId = FieldInstance.census(execution);
    Acceptances.Unit unit = acceptances.unit(censusId, Level.BLOCK, FieldInstance.block(execution));
    String owner = doers.last(execution, BlockShortFormsProcess.ENUMERATE_SHORT_FORMS);
    String reviewer = doers.last(execution, BlockShortFormsProcess.ACCEPT_BLOCK);
    String reason = FieldInstance.text(execution, "returnReason");
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
    String censusId = FieldInstance.census(execution);
    String block = FieldInstance.block(execution);
    int drawn = longForms.drawn(censusId, block);
    work.longForms(censusId, block, drawn);
    execution.setVariable("longFormCount", drawn);
  }

  public void recordLongForms(DelegateExecution execution) {
    work.longFormsRegistered(
        FieldInstance.census(execution),
        FieldInstance.block(execution),
        FieldInstance.number(execution, "longFormRegistered"));
  }

  /** Reports to the data plane; the last block wakes the phase. */
  public void reportRegistered(DelegateExecution execution) {
    String censusId = FieldInstance.census(execution);
    if (acceptances.registered(censusId, FieldInstance.block(execution))) {
      runtime
          .createMessageCorrelation(RegistrationProcess.AREAS_REGISTERED)
          .processInstanceVariableEquals("censusId", censusId)
          .correlateAllWithResult();
    }
  }
}
