package org.censusflow.mapping.assignment.workflow;

import java.time.LocalDate;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.censusflow.base.district.WorkingDays;
import org.censusflow.base.engine.AsProgram;
import org.censusflow.base.form.FormValues;
import org.censusflow.base.instance.InstanceDistrict;
import org.censusflow.base.process.registration.StaffHandoverProcess;
import org.censusflow.base.task.TaskDoers;
import org.censusflow.mapping.assignment.BlockAssignment;
import org.censusflow.mapping.assignment.CertifiedStaff;
import org.censusflow.mapping.assignment.HandoverPlanned;
import org.censusflow.mapping.assignment.Handovers;
import org.censusflow.preparation.CertificatesEnd;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** The steps of {@code StaffHandover}: somebody stops working in blocks on a certain day. */
@Component("handoverSteps")
public class HandoverSteps {

  private final InstanceDistrict instance;
  private final Handovers handovers;
  private final CertifiedStaff certified;
  private final OpenTaskHandOver openTasks;
  private final TaskDoers doers;
  private final RuntimeService runtime;
  private final AsProgram asProgram;

  HandoverSteps(
      InstanceDistrict instance,
      Handovers handovers,
      CertifiedStaff certified,
      OpenTaskHandOver openTasks,
      TaskDoers doers,
      RuntimeService runtime,
      AsProgram asProgram) {
    this.instance = instance;
    this.handovers = handovers;
    this.certified = certified;
    this.openTasks = openTasks;
    this.doers = doers;
    this.runtime = runtime;
    this.asProgram = asProgram;
  }

  @EventListener
  void plan(HandoverPlanned planned) {
    Map<String, Object> variables =
        Map.of(
            "district", planned.district(),
            "censusId", planned.censusId(),
            "subdistrict", planned.subdistrict(),
            "account", planned.account(),
            "handoverOn", planned.day().toString(),
            "handoverReason", planned.reason(),
            "taskSubject", planned.account());
    asProgram.run(
        () ->
            runtime.startProcessInstanceByKey(
                StaffHandoverProcess.KEY, planned.account(), variables));
  }

  @EventListener
  void plan(CertificatesEnd end) {
    end.accounts()
        .forEach(
            account ->
                plan(
                    new HandoverPlanned(
                        end.censusId(),
                        end.district(),
                        end.subdistrict(),
                        account,
                        end.day(),
                        end.reason())));
  }

  /** The midnight in which the day begins. */
  public Date day(DelegateExecution execution) {
    LocalDate day = LocalDate.parse(FormValues.text(execution, "handoverOn", ""));
    return Date.from(day.atStartOfDay(WorkingDays.ZONE).toInstant());
  }

  public void handOver(DelegateExecution execution) {
    execution.setVariable("uncoveredCount", alone(execution).size());
    if (certified.refusal(censusId(execution), account(execution)).isPresent()) {
      openTasks.release(execution.getTenantId(), account(execution));
    }
  }

  /** The blocks that nobody works in, for the form. */
  public String uncoveredText(DelegateExecution execution) {
    return alone(execution).stream()
        .map(
            one ->
                "- 小区 %s：缺%s"
                    .formatted(one.blockCode(), one.role().equals("enumerator") ? "普查员" : "普查指导员"))
        .collect(Collectors.joining("\n"));
  }

  public Object coverOptions(DelegateExecution execution) {
    return FormValues.options(
        handovers.candidates(censusId(execution), account(execution)), it -> it, it -> it);
  }

  public void appoint(DelegateExecution execution) {
    handovers.appoint(
        censusId(execution),
        account(execution),
        FormValues.text(execution, "coverAccount", ""),
        FormValues.text(execution, "coverNote", ""),
        doers.last(execution, StaffHandoverProcess.ARRANGE_COVER));
  }

  private List<BlockAssignment> alone(DelegateExecution execution) {
    return handovers.passOn(censusId(execution), account(execution));
  }

  private String censusId(DelegateExecution execution) {
    return instance.of(execution).census().id();
  }

  private static String account(DelegateExecution execution) {
    return FormValues.text(execution, "account", "");
  }
}
