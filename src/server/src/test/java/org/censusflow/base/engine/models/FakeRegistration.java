package org.censusflow.base.engine.models;

import java.util.Date;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;

/** The beans behind the models of the registration, played. */
public class FakeRegistration {

  private final FakeSteps steps;

  FakeRegistration(FakeSteps steps) {
    this.steps = steps;
  }

  Map<Object, Object> beans() {
    return Map.of(
        "registrationPhaseSteps", new RegistrationPhaseSteps(),
        "areaRegistrationSteps", new AreaRegistrationSteps(),
        "acceptanceSteps", new AcceptanceSteps(),
        "returnableBlocks", new ReturnableBlocks(),
        "questionSteps", new QuestionSteps());
  }

  private Date in(String key, int otherwise) {
    return FakeSteps.in(steps.days.getOrDefault(key, otherwise));
  }

  public class RegistrationPhaseSteps {
    public void open(DelegateExecution execution) {
      steps.note(execution, "registrationPhaseSteps.open");
    }

    public void startBatch(DelegateExecution execution) {
      steps.note(execution, "registrationPhaseSteps.startBatch");
      execution.setVariable("blocksWaiting", steps.count("registrationPhaseSteps.startBatch") < 3);
    }

    public Date due(DelegateExecution execution, String window) {
      return in(window, 30);
    }

    public String late(DelegateExecution execution) {
      return "样例";
    }

    public void closeShortForms(DelegateExecution execution) {
      steps.note(execution, "registrationPhaseSteps.closeShortForms");
    }
  }

  /** The figures that decisions ask for; a test sets them by name. */
  private Object figure(String name, Object otherwise) {
    return steps.figures.getOrDefault(name, otherwise);
  }

  public class AreaRegistrationSteps extends Figures {
    public void open(DelegateExecution execution) {
      steps.note(execution, "areaRegistrationSteps.open");
    }

    public Date due(DelegateExecution execution, String window) {
      return in(window, 30);
    }

    public Date reminder(DelegateExecution execution, String window) {
      return in(window + "-reminder", 25);
    }

    public Date selfEnumerationEnds(DelegateExecution execution) {
      return in("self-enumeration", 20);
    }

    public Date longFormsOpen(DelegateExecution execution) {
      return in("long-form-opens", 15);
    }

    public void recordListing(DelegateExecution execution) {
      steps.note(execution, "areaRegistrationSteps.recordListing");
    }

    public void remind(DelegateExecution execution) {
      steps.note(execution, "areaRegistrationSteps.remind");
    }

    public void returnUnanswered(DelegateExecution execution) {
      steps.note(execution, "areaRegistrationSteps.returnUnanswered");
    }

    public void drawRecheck(DelegateExecution execution) {
      steps.note(execution, "areaRegistrationSteps.drawRecheck");
    }

    public int missedPersons(DelegateExecution execution) {
      return (int) figure("missedPersons", 0);
    }

    public int redone(DelegateExecution execution) {
      return (int) steps.count("areaRegistrationSteps.reopen");
    }

    public int redoLimit(DelegateExecution execution) {
      return 1;
    }

    public void reopen(DelegateExecution execution) {
      steps.note(execution, "areaRegistrationSteps.reopen");
    }

    public void recordBlock(DelegateExecution execution) {
      steps.note(execution, "areaRegistrationSteps.recordBlock");
    }

    public void countLongForms(DelegateExecution execution) {
      execution.setVariable("longFormCount", figure("longFormCount", 0));
    }

    public void recordLongForms(DelegateExecution execution) {
      steps.note(execution, "areaRegistrationSteps.recordLongForms");
    }

    public void reportRegistered(DelegateExecution execution) {
      steps.note(execution, "areaRegistrationSteps.reportRegistered");
    }
  }

  public class AcceptanceSteps extends Figures {
    public String owners(DelegateExecution execution) {
      return "haicang-songyu-supervisors";
    }

    public String reviewers(DelegateExecution execution) {
      return "haicang-songyu-office";
    }

    public String escalatedTo(DelegateExecution execution) {
      return "haicang-census-office";
    }

    public Date overdue(DelegateExecution execution) {
      return in("acceptance", 5);
    }

    public String returnedBecause(DelegateExecution execution) {
      return "";
    }

    public void record(DelegateExecution execution) {
      steps.note(execution, "acceptanceSteps.record");
    }

    public String namedBlocks(DelegateExecution execution) {
      return (String) figure("namedBlocks", "");
    }

    public void reopenBlocks(DelegateExecution execution) {
      steps.note(execution, "acceptanceSteps.reopenBlocks");
    }
  }

  public static class ReturnableBlocks {
    public Object options(DelegateExecution execution) {
      return null;
    }

    public String note(DelegateExecution execution) {
      return null;
    }
  }

  public class QuestionSteps {
    public void sortReplies(DelegateExecution execution) {
      execution.setVariable("unreachedCount", figure("unreachedCount", 0));
    }

    public List<String> checkers(DelegateExecution execution) {
      return List.of("haicang-songyu-supervisors", "haicang-songyu-office");
    }

    public void concludeCheck(DelegateExecution execution) {
      execution.setVariable("openCount", figure("openCount", 0));
    }
  }

  /** What the gates at every level ask for. */
  public abstract class Figures {
    public String figures(DelegateExecution execution) {
      return "样例";
    }

    public int openHouseholds(DelegateExecution execution) {
      return (int) figure("openHouseholds", 0);
    }

    public int openQuestions(DelegateExecution execution) {
      return (int) figure("openQuestions", 0);
    }

    public double errorShare(DelegateExecution execution) {
      return (double) figure("errorShare", 0.0);
    }

    public double errorLimit(DelegateExecution execution) {
      return 0.02;
    }

    public double proxyShare(DelegateExecution execution) {
      return (double) figure("proxyShare", 0.0);
    }

    public double proxyLimit(DelegateExecution execution) {
      return 0.05;
    }

    public double identityShare(DelegateExecution execution) {
      return 1.0;
    }

    public double identityLimit(DelegateExecution execution) {
      return 0.97;
    }
  }
}
