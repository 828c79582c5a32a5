package org.censusflow.base.engine.models;

import java.util.Date;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;

/** The beans behind the models of special populations and boundary disputes, played. */
public class FakeSpecial {

  private final FakeSteps steps;

  FakeSpecial(FakeSteps steps) {
    this.steps = steps;
  }

  Map<Object, Object> beans() {
    return Map.of(
        "specialPopulationSteps", new SpecialPopulationSteps(),
        "populationReportSteps", new PopulationReportSteps(),
        "boundarySteps", new BoundarySteps());
  }

  public class SpecialPopulationSteps {
    public List<String> kinds(DelegateExecution execution) {
      return steps.collections.getOrDefault("kinds", List.of("armed-forces", "foreigners"));
    }

    public String duties(DelegateExecution execution) {
      return steps.collections.getOrDefault("duties", List.of("")).get(0);
    }

    public void register(DelegateExecution execution) {
      execution.setVariable("populationName", "样例人群");
      execution.setVariable("unitSilent", false);
      steps.note(execution, "specialPopulationSteps.register");
    }

    public String responsible(DelegateExecution execution) {
      return execution.getVariable("district") + "-" + execution.getVariable("responsibleUnit");
    }

    public Date due(DelegateExecution execution, String step) {
      return FakeSteps.in(10);
    }

    public Date reminder(DelegateExecution execution, String step) {
      return FakeSteps.in(7);
    }

    public Date silentAt(DelegateExecution execution, String step) {
      return FakeSteps.in(13);
    }

    public List<String> subdistricts(DelegateExecution execution) {
      return List.of("songyu", "xinyang");
    }

    public String subdistrictName(DelegateExecution execution, String subdistrict) {
      return "样例街道";
    }

    public void measure(DelegateExecution execution) {
      Object silent = execution.getVariable("silentParts");
      execution.setVariable("silentSubdistricts", silent == null ? 0 : silent);
      execution.setVariable("notReachedPersons", 0);
      execution.setVariable("shortfall", 0);
      execution.setVariable("registrationGap", 0);
      steps.note(execution, "specialPopulationSteps.measure");
    }

    public void recordDecision(DelegateExecution execution) {
      execution.setVariable("unitSilent", false);
      execution.setVariable("silentParts", 0);
      steps.note(execution, "specialPopulationSteps.recordDecision");
    }

    public void close(DelegateExecution execution) {
      steps.note(execution, "specialPopulationSteps.close");
    }
  }

  public class PopulationReportSteps {
    public void remind(DelegateExecution execution) {
      steps.note(execution, "populationReportSteps.remind");
    }

    public void recordUnitSilence(DelegateExecution execution) {
      execution.setVariable("unitSilent", true);
      steps.note(execution, "populationReportSteps.recordUnitSilence");
    }

    public void recordMilitary(DelegateExecution execution) {
      steps.note(execution, "populationReportSteps.recordMilitary");
    }

    public void recordPreparation(DelegateExecution execution) {
      steps.note(execution, "populationReportSteps.recordPreparation");
    }

    public void recordRegistration(DelegateExecution execution) {
      steps.note(
          execution,
          "populationReportSteps.recordRegistration " + execution.getVariable("subdistrict"));
    }

    public void recordSubdistrictSilence(DelegateExecution execution) {
      execution.getProcessInstance().setVariable("silentParts", 1);
      steps.note(
          execution,
          "populationReportSteps.recordSubdistrictSilence " + execution.getVariable("subdistrict"));
    }
  }

  public class BoundarySteps {
    public void register(DelegateExecution execution) {
      execution.setVariable("positionSummary", "");
      execution.setVariable("boundaryOpinionSummary", "");
      steps.note(execution, "boundarySteps.register");
    }

    public void refer(DelegateExecution execution) {
      steps.note(execution, "boundarySteps.refer");
    }

    public void announceInterim(DelegateExecution execution) {
      steps.note(
          execution, "boundarySteps.announceInterim " + execution.getVariable("interimSide"));
    }

    public List<String> sides(DelegateExecution execution) {
      return List.of("songyu", "xinyang");
    }

    public List<String> units(DelegateExecution execution) {
      return List.of("civil-affairs", "natural-resources");
    }

    public void recordPosition(DelegateExecution execution) {
      note(execution, "recordPosition", "subdistrict");
    }

    public void recordPositionSilence(DelegateExecution execution) {
      note(execution, "recordPositionSilence", "subdistrict");
    }

    public void recordOpinion(DelegateExecution execution) {
      note(execution, "recordOpinion", "unit");
    }

    public void recordOpinionSilence(DelegateExecution execution) {
      note(execution, "recordOpinionSilence", "unit");
    }

    public void remind(DelegateExecution execution) {
      steps.note(execution, "boundarySteps.remind");
    }

    public String countingName(DelegateExecution execution) {
      return "样例街道";
    }

    public void recordSignature(DelegateExecution execution) {
      note(execution, "recordSignature", "agreementDecision");
    }

    public boolean bothAgree(DelegateExecution execution) {
      return steps.count("boundarySteps.recordSignature approve") == 2;
    }

    public void recordDecision(DelegateExecution execution) {
      steps.note(execution, "boundarySteps.recordDecision");
    }

    public void publish(DelegateExecution execution) {
      steps.note(execution, "boundarySteps.publish");
    }

    public void recordAcknowledgement(DelegateExecution execution) {
      note(execution, "recordAcknowledgement", "subdistrict");
    }

    public void recordUnread(DelegateExecution execution) {
      note(execution, "recordUnread", "subdistrict");
    }

    private void note(DelegateExecution execution, String method, String variable) {
      steps.note(execution, "boundarySteps." + method + " " + execution.getVariable(variable));
    }
  }
}
