package org.censusflow.base.engine.models;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.impl.util.ClockUtil;

/**
 * The beans behind the models, played: each call is noted as {@code bean.method}, and a test says
 * beforehand which variables a call sets.
 */
public class FakeSteps {

  final List<String> calls = new ArrayList<>();
  final Set<String> supplying = new HashSet<>();
  final Set<String> comparing = new HashSet<>();
  final Map<String, List<String>> requests = new HashMap<>();
  final List<String> unitsConcerned = new ArrayList<>();

  /** What a multi-instance runs over, by the call that names it. */
  final Map<String, List<String>> collections = new HashMap<>();

  final List<String> reviewBatches = new ArrayList<>();

  /** What a decision asks the data plane for, by name; what is not set holds. */
  final Map<String, Object> figures = new HashMap<>();

  private final Map<String, Map<String, Object>> results = new HashMap<>();

  /** Days from now until the deadline of a key; a key that is not listed is due in ten days. */
  final Map<String, Integer> days = new HashMap<>();

  /** What the call will set the next time and from then on. */
  void result(String call, Map<String, Object> variables) {
    results.put(call, variables);
  }

  /** Forgets every call and every result. */
  void clear() {
    calls.clear();
    supplying.clear();
    comparing.clear();
    requests.clear();
    unitsConcerned.clear();
    collections.clear();
    reviewBatches.clear();
    figures.clear();
    results.clear();
    days.clear();
  }

  long count(String call) {
    return calls.stream().filter(call::equals).count();
  }

  Map<Object, Object> beans() {
    Map<Object, Object> beans = new HashMap<>(new FakePreparation(this).beans());
    beans.put("groups", new FakeGroups());
    beans.put("deadlines", new Deadlines());
    beans.put("districtUnits", new DistrictUnits());
    beans.put("registrationSteps", new RegistrationSteps());
    beans.put("recordRequests", new RecordRequests());
    beans.put("crossCheckSteps", new CrossCheckSteps());
    beans.put("recheckSteps", new RecheckSteps());
    beans.put("clericalSteps", new ClericalSteps());
    beans.put("policySteps", new PolicySteps());
    beans.putAll(new FakePhases(this).beans());
    beans.putAll(new FakeGovernance(this).beans());
    beans.putAll(new FakeCases(this).beans());
    beans.putAll(new FakeRegistration(this).beans());
    beans.putAll(new FakePublication(this).beans());
    beans.putAll(new FakeQuality(this).beans());
    beans.putAll(new FakeSpecial(this).beans());
    beans.putAll(new FakeArea(this).beans());

    beans.putAll(new FakeDelivery(this).beans());
    return beans;
  }

  void note(DelegateExecution execution, String call) {
    calls.add(call);
    results.getOrDefault(call, Map.of()).forEach(execution::setVariable);
  }

  public class Deadlines {
    public Date due(DelegateExecution execution, String key) {
      return in(days.getOrDefault(key, 10));
    }
  }

  static Date in(int days) {
    return Date.from(ClockUtil.getCurrentTime().toInstant().plus(Duration.ofDays(days)));
  }

  public class DistrictUnits {
    public boolean supplies(DelegateExecution execution, String unit) {
      return supplying.contains(unit);
    }

    public boolean compares(DelegateExecution execution, String unit) {
      return comparing.contains(unit);
    }
  }

  public class RegistrationSteps {
    public void freeze(DelegateExecution execution) {
      note(execution, "registrationSteps.freeze");
    }
  }

  public class RecordRequests {
    public void dispatch(DelegateExecution execution, String unit) {
      note(execution, "recordRequests.dispatch " + unit);
    }

    public Collection<String> idsOf(DelegateExecution execution, String unit) {
      return requests.getOrDefault(unit, List.of());
    }

    public void describe(DelegateExecution execution) {
      execution.setVariable("topic", "records.haicang-health");
      execution.setVariable("dueAt", in(days.getOrDefault("request", 10)));
      note(execution, "recordRequests.describe");
    }

    public void remind(DelegateExecution execution) {
      note(execution, "recordRequests.remind");
    }

    public void check(DelegateExecution execution) {
      note(execution, "recordRequests.check");
    }

    public void issueReceipt(DelegateExecution execution) {
      note(execution, "recordRequests.issueReceipt");
    }

    public void returnDelivery(DelegateExecution execution) {
      note(execution, "recordRequests.returnDelivery");
    }

    public void recordMissing(DelegateExecution execution) {
      note(execution, "recordRequests.recordMissing");
    }

    public void extend(DelegateExecution execution) {
      execution.setVariable("dueAt", in(days.getOrDefault("extension", 5)));
      note(execution, "recordRequests.extend");
    }
  }

  public class CrossCheckSteps {
    public void compare(DelegateExecution execution) {
      note(execution, "crossCheckSteps.compare");
    }

    public void applyVerdicts(DelegateExecution execution) {
      note(execution, "crossCheckSteps.applyVerdicts");
    }

    public void makeDifferences(DelegateExecution execution) {
      note(execution, "crossCheckSteps.makeDifferences");
    }

    public void startRechecks(DelegateExecution execution) {
      note(execution, "crossCheckSteps.startRechecks");
    }

    public void remindRechecks(DelegateExecution execution) {
      note(execution, "crossCheckSteps.remindRechecks");
    }

    public void measureAcceptance(DelegateExecution execution) {
      note(execution, "crossCheckSteps.measureAcceptance");
    }

    public void recordOverride(DelegateExecution execution) {
      note(execution, "crossCheckSteps.recordOverride");
    }

    public void report(DelegateExecution execution) {
      note(execution, "crossCheckSteps.report");
    }

    public void archive(DelegateExecution execution) {
      note(execution, "crossCheckSteps.archive");
    }
  }

  public class ClericalSteps {
    public List<String> batches(DelegateExecution execution) {
      return reviewBatches;
    }

    public void open(DelegateExecution execution) {
      note(execution, "clericalSteps.open");
    }

    public void remind(DelegateExecution execution) {
      note(execution, "clericalSteps.remind");
    }

    public void compareAnswers(DelegateExecution execution) {
      note(execution, "clericalSteps.compareAnswers");
    }

    public void conclude(DelegateExecution execution) {
      note(execution, "clericalSteps.conclude " + execution.getVariable("reviewBatch"));
    }
  }

  public class RecheckSteps {
    public void open(DelegateExecution execution) {
      note(execution, "recheckSteps.open");
    }

    public void remind(DelegateExecution execution) {
      note(execution, "recheckSteps.remind");
    }

    public List<String> reviewers(DelegateExecution execution) {
      return List.of(
          "haicang-census-office", "haicang-songyu-office", "haicang-songyu-supervisors");
    }

    public void reviewResult(DelegateExecution execution) {
      note(execution, "recheckSteps.reviewResult");
    }

    public void applyCorrections(DelegateExecution execution) {
      note(execution, "recheckSteps.applyCorrections");
    }

    public void reportCompletion(DelegateExecution execution) {
      note(execution, "recheckSteps.reportCompletion");
    }
  }

  public class PolicySteps {
    public void register(DelegateExecution execution) {
      note(execution, "policySteps.register");
    }

    public void recordRouting(DelegateExecution execution) {
      note(execution, "policySteps.recordRouting " + execution.getVariable("questionLevel"));
    }

    public Collection<String> unitsConcerned(DelegateExecution execution) {
      return unitsConcerned;
    }

    public void recordOpinion(DelegateExecution execution) {
      Object unit = execution.getVariable("unit");
      Object opinion = execution.getVariable("opinion");
      note(execution, "policySteps.recordOpinion " + unit + ": " + opinion);
    }

    public void recordSilence(DelegateExecution execution) {
      note(execution, "policySteps.recordSilence " + execution.getVariable("unit"));
    }

    public void publish(DelegateExecution execution) {
      note(execution, "policySteps.publish");
    }

    public Collection<String> subdistricts(DelegateExecution execution) {
      return List.of("songyu", "xinyang");
    }
  }
}
