package org.censusflow.base.engine.models;

import java.util.Date;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;

/** The beans behind the models of the preparation, played. */
public class FakePreparation {

  private final FakeSteps steps;

  FakePreparation(FakeSteps steps) {
    this.steps = steps;
  }

  Map<Object, Object> beans() {
    return Map.of(
        "unitPlanSteps", new UnitPlanSteps(),
        "subdistrictSetupSteps", new SubdistrictSetupSteps(),
        "preparationSteps", new PreparationSteps(),
        "fundingSteps", new FundingSteps(),
        "staffingSteps", new StaffingSteps(),
        "publicitySteps", new PublicitySteps(),
        "rectificationSteps", new RectificationSteps());
  }

  public class UnitPlanSteps {
    public void register(DelegateExecution execution) {
      steps.note(execution, "unitPlanSteps.register");
    }

    public String policies(DelegateExecution execution) {
      return "";
    }

    public void remind(DelegateExecution execution) {
      steps.note(execution, "unitPlanSteps.remind");
    }

    public void recordReview(DelegateExecution execution) {
      steps.note(execution, "unitPlanSteps.recordReview");
    }

    public void recordReport(DelegateExecution execution) {
      steps.note(execution, "unitPlanSteps.recordReport");
    }
  }

  public class SubdistrictSetupSteps {
    public void register(DelegateExecution execution) {
      steps.note(execution, "subdistrictSetupSteps.register");
    }

    public Date due(DelegateExecution execution, String window) {
      return FakeSteps.in(steps.days.getOrDefault(window, 30));
    }

    public Date reminder(DelegateExecution execution, String window) {
      return FakeSteps.in(steps.days.getOrDefault(window + "-reminder", 20));
    }

    public void remind(DelegateExecution execution) {
      steps.note(execution, "subdistrictSetupSteps.remind");
    }

    public void recordOffice(DelegateExecution execution) {
      steps.note(execution, "subdistrictSetupSteps.recordOffice");
    }

    public void recordGroups(DelegateExecution execution) {
      steps.note(execution, "subdistrictSetupSteps.recordGroups");
    }
  }

  public class PreparationSteps {
    public List<String> unitsWithDuties(DelegateExecution execution) {
      return List.of("health", "education");
    }

    public String brief(DelegateExecution execution, String what) {
      return "样例要求";
    }

    public void startFunding(DelegateExecution execution) {
      steps.note(execution, "preparationSteps.startFunding");
    }

    public void submit(DelegateExecution execution) {
      steps.note(execution, "preparationSteps.submit");
      execution
          .getProcessEngineServices()
          .getRuntimeService()
          .createMessageCorrelation("Message_PreparationSubmitted")
          .correlateAll();
    }

    public List<String> subdistricts(DelegateExecution execution) {
      return List.of("songyu", "xinyang");
    }

    public String subdistrictName(DelegateExecution execution, String subdistrict) {
      return "样例街道";
    }
  }

  public class FundingSteps {
    public void register(DelegateExecution execution) {
      steps.note(execution, "fundingSteps.register");
    }

    public void remind(DelegateExecution execution) {
      steps.note(execution, "fundingSteps.remind");
    }

    public void recordBudget(DelegateExecution execution) {
      steps.note(execution, "fundingSteps.recordBudget");
    }

    public void recordRelease(DelegateExecution execution) {
      steps.note(execution, "fundingSteps.recordRelease");
    }

    public int daysLate(DelegateExecution execution, String dueDay, String day) {
      return 0;
    }

    public long shortfall(DelegateExecution execution, String due, String actual) {
      return ((Number) execution.getVariable(due)).longValue()
          - ((Number) execution.getVariable(actual)).longValue();
    }

    public void recordCheck(DelegateExecution execution) {
      steps.note(execution, "fundingSteps.recordCheck " + execution.getVariable("subdistrict"));
    }

    public Date allowancesFrom(DelegateExecution execution) {
      return FakeSteps.in(steps.days.getOrDefault("registration", 100));
    }

    public void recordPayment(DelegateExecution execution) {
      Number paid = (Number) execution.getVariable("allowancePaid");
      execution.setVariable("allowanceInFull", paid.intValue() >= 500);
      steps.note(execution, "fundingSteps.recordPayment " + execution.getVariable("subdistrict"));
    }

    public void report(DelegateExecution execution) {
      steps.note(execution, "fundingSteps.report");
    }
  }

  public class StaffingSteps {
    public void register(DelegateExecution execution) {
      steps.note(execution, "staffingSteps.register");
    }

    public int enumeratorsFor(DelegateExecution execution, String measure) {
      return "persons".equals(measure) ? 9 : 8;
    }

    public int teamSize(DelegateExecution execution) {
      return 5;
    }

    public void recordWithdrawal(DelegateExecution execution) {
      steps.note(execution, "staffingSteps.recordWithdrawal");
    }

    public void remind(DelegateExecution execution) {
      steps.note(execution, "staffingSteps.remind");
    }

    public void recordNomination(DelegateExecution execution) {
      steps.note(execution, "staffingSteps.recordNomination");
    }

    public List<String> helpers(DelegateExecution execution) {
      return List.of("civil-affairs", "social-security");
    }

    public void recordSupport(DelegateExecution execution) {
      Object unit = execution.getVariable("unit");
      Object people = execution.getVariable("offeredStaff");
      steps.note(execution, "staffingSteps.recordSupport " + unit + " " + people);
    }

    public int missing(DelegateExecution execution) {
      return number(execution, "enumeratorsNeeded") - number(execution, "passedEnumerators");
    }

    public int failed(DelegateExecution execution) {
      return number(execution, "trainedEnumerators") - number(execution, "passedEnumerators");
    }

    public int sittings(DelegateExecution execution) {
      return (int) steps.count("staffingSteps.recordExam");
    }

    public void recordExam(DelegateExecution execution) {
      steps.note(execution, "staffingSteps.recordExam");
    }

    public void recordCertificates(DelegateExecution execution) {
      steps.note(execution, "staffingSteps.recordCertificates");
    }

    private static int number(DelegateExecution execution, String name) {
      return ((Number) execution.getVariable(name)).intValue();
    }
  }

  public class PublicitySteps {
    public void register(DelegateExecution execution) {
      steps.note(execution, "publicitySteps.register");
    }

    public void remind(DelegateExecution execution) {
      steps.note(execution, "publicitySteps.remind");
    }

    public String media(DelegateExecution execution) {
      return "广播";
    }

    public void recordReview(DelegateExecution execution) {
      steps.note(execution, "publicitySteps.recordReview");
    }

    public void recordMedia(DelegateExecution execution) {
      steps.note(execution, "publicitySteps.recordMedia");
    }

    public List<String> partners(DelegateExecution execution) {
      return List.of("education");
    }

    public String dutiesOf(DelegateExecution execution, String unit) {
      return "样例职责";
    }

    public void recordUnit(DelegateExecution execution) {
      steps.note(execution, "publicitySteps.recordUnit " + execution.getVariable("unit"));
    }

    public void recordSubdistrict(DelegateExecution execution) {
      Object subdistrict = execution.getVariable("subdistrict");
      steps.note(execution, "publicitySteps.recordSubdistrict " + subdistrict);
      execution.getProcessInstance().setVariable("publicitySummary", "样例");
    }

    public void recordProgress(DelegateExecution execution) {
      steps.note(execution, "publicitySteps.recordProgress");
    }
  }

  public class RectificationSteps {
    public void register(DelegateExecution execution) {
      steps.note(execution, "rectificationSteps.register");
    }

    public Date due(DelegateExecution execution) {
      return FakeSteps.in(steps.days.getOrDefault("register-rectification", 30));
    }

    public Date reminder(DelegateExecution execution) {
      return FakeSteps.in(steps.days.getOrDefault("register-rectification-reminder", 20));
    }

    public void remind(DelegateExecution execution) {
      steps.note(execution, "rectificationSteps.remind " + execution.getVariable("subdistrict"));
    }

    public void recordDeployment(DelegateExecution execution) {
      steps.note(execution, "rectificationSteps.recordDeployment");
    }

    public String summary(DelegateExecution execution) {
      return "样例数字";
    }

    public void recordConfirmation(DelegateExecution execution) {
      execution.setVariable("blocksKnown", 2);
      execution.setVariable("blocksMissing", 0);
      execution.setVariable("registeredPersons", 100);
      execution.setVariable("separatedExcess", 0);
      execution.setVariable("openPerMille", 1);
      steps.note(execution, "rectificationSteps.recordConfirmation");
    }

    public void recordAcceptance(DelegateExecution execution) {
      steps.note(
          execution, "rectificationSteps.recordAcceptance " + execution.getVariable("checkResult"));
    }

    public void recordSettlement(DelegateExecution execution) {
      steps.note(
          execution, "rectificationSteps.recordSettlement " + execution.getVariable("subdistrict"));
    }

    public void handOver(DelegateExecution execution) {
      steps.note(execution, "rectificationSteps.handOver");
    }
  }
}
