package org.censusflow.base.engine.models;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;

/** The beans behind the models of governance, played. */
public class FakeGovernance {

  private final FakeSteps steps;

  FakeGovernance(FakeSteps steps) {
    this.steps = steps;
  }

  Map<Object, Object> beans() {
    return Map.of(
        "matterSteps", new MatterSteps(),
        "meetingSteps", new MeetingSteps(),
        "inspectionSteps", new InspectionSteps());
  }

  public class MatterSteps {
    public void describe(DelegateExecution execution) {
      execution.setVariable("dueAt", FakeSteps.in(10));
      execution.setVariable("reminderAt", FakeSteps.in(8));
      execution.setVariable("responsibleGroup", "haicang-songyu-office");
      execution.setVariable("verifierGroup", "haicang-census-office");
      execution.setVariable("severity", "ordinary");
      execution.setVariable("returnCount", 0);
      steps.note(execution, "matterSteps.describe");
    }

    public void remind(DelegateExecution execution) {
      steps.note(execution, "matterSteps.remind");
    }

    public String escalatedTo(DelegateExecution execution) {
      boolean high = "leading-group".equals(execution.getVariable("escalationLevel"));
      return high ? "haicang-leading-group" : "haicang-census-leads";
    }

    public void recordUrging(DelegateExecution execution) {
      steps.note(execution, "matterSteps.recordUrging " + execution.getVariable("urgeMeasure"));
    }

    public void returnReport(DelegateExecution execution) {
      execution.setVariable("dueAt", FakeSteps.in(3));
      execution.setVariable("reminderAt", FakeSteps.in(1));
      int returns = (Integer) execution.getVariable("returnCount");
      execution.setVariable("returnCount", returns + 1);
      steps.note(execution, "matterSteps.returnReport");
    }

    public void close(DelegateExecution execution) {
      steps.note(execution, "matterSteps.close");
    }
  }

  public class MeetingSteps {
    public void collect(DelegateExecution execution) {
      execution.setVariable("decisionCount", 0);
      execution.setVariable("decisionSummary", "");
      steps.note(execution, "meetingSteps.collect");
    }

    public void cancel(DelegateExecution execution) {
      steps.note(execution, "meetingSteps.cancel");
    }

    public void convene(DelegateExecution execution) {
      steps.note(execution, "meetingSteps.convene");
    }

    public String convener(DelegateExecution execution) {
      return "haicang-government-office";
    }

    public void recordDecision(DelegateExecution execution) {
      int count = (Integer) execution.getVariable("decisionCount");
      execution.setVariable("decisionCount", count + 1);
      steps.note(
          execution, "meetingSteps.recordDecision " + execution.getVariable("decisionTitle"));
    }

    public void reopenMinutes(DelegateExecution execution) {
      execution.setVariable("decisionCount", 0);
      steps.note(execution, "meetingSteps.reopenMinutes");
    }

    public void issueMinutes(DelegateExecution execution) {
      steps.note(execution, "meetingSteps.issueMinutes");
    }

    public Collection<String> matters(DelegateExecution execution) {
      return listed("meetingSteps.matters");
    }

    public void close(DelegateExecution execution) {
      steps.note(execution, "meetingSteps.close");
    }
  }

  public class InspectionSteps {
    public void register(DelegateExecution execution) {
      execution.setVariable("inspectorGroup", "haicang-health,haicang-census-office");
      execution.setVariable("findingCount", 0);
      execution.setVariable("findingSummary", "");
      steps.note(execution, "inspectionSteps.register");
    }

    public void assign(DelegateExecution execution) {
      execution.setVariable("inspectionDueAt", FakeSteps.in(5));
      steps.note(execution, "inspectionSteps.assign");
    }

    public void remind(DelegateExecution execution) {
      steps.note(execution, "inspectionSteps.remind");
    }

    public void recordFinding(DelegateExecution execution) {
      int count = (Integer) execution.getVariable("findingCount");
      execution.setVariable("findingCount", count + 1);
      steps.note(
          execution,
          "inspectionSteps.recordFinding "
              + execution.getVariable("severity")
              + " "
              + execution.getVariable("rectificationDeadline"));
    }

    public void reopen(DelegateExecution execution) {
      execution.setVariable("findingCount", 0);
      steps.note(execution, "inspectionSteps.reopen");
    }

    public void conclude(DelegateExecution execution) {
      steps.note(execution, "inspectionSteps.conclude");
    }

    public Collection<String> matters(DelegateExecution execution) {
      return listed("inspectionSteps.matters");
    }

    public void close(DelegateExecution execution) {
      steps.note(execution, "inspectionSteps.close");
    }
  }

  private Collection<String> listed(String call) {
    return steps.collections.getOrDefault(call, List.of());
  }
}
