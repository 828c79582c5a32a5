package org.censusflow.governance.policy.workflow;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.spin.Spin;
import org.camunda.spin.json.SpinJsonNode;
import org.censusflow.base.district.District;
import org.censusflow.base.district.Districts;
import org.censusflow.base.district.Group;
import org.censusflow.base.district.GroupKind;
import org.censusflow.base.district.Subdistrict;
import org.censusflow.base.process.governance.PolicyQuestionProcess;
import org.censusflow.base.task.StaffGroups;
import org.censusflow.base.task.TaskDoers;
import org.censusflow.governance.policy.PolicyQuestions;
import org.springframework.stereotype.Component;

/** The steps of {@code PolicyQuestion}. */
@Component("policySteps")
public class PolicySteps {

  private final Districts districts;
  private final PolicyQuestions questions;
  private final StaffGroups staffGroups;
  private final TaskDoers doers;
  private final ObjectMapper json;

  PolicySteps(
      Districts districts,
      PolicyQuestions questions,
      StaffGroups staffGroups,
      TaskDoers doers,
      ObjectMapper json) {
    this.districts = districts;
    this.doers = doers;
    this.questions = questions;
    this.staffGroups = staffGroups;
    this.json = json;
  }

  /**
   * Gives the question a number, finds out who asks, and offers the units of this district for
   * consultation.
   */
  public void register(DelegateExecution execution) {
    District district = district(execution);
    String askedBy = text(execution, "askedBy");
    // Who belongs to no group of the district, such as an administrator, asks for the office.
    Group asker =
        staffGroups
            .first(district, askedBy, group -> true)
            .orElseGet(() -> district.group(GroupKind.CENSUS_OFFICE));
    long number =
        questions.register(
            district.id(),
            execution.getProcessInstanceId(),
            askedBy,
            asker.id(),
            text(execution, "subject"),
            text(execution, "question"));
    execution.setVariable("questionNumber", number);
    execution.setVariable("district", district.id());
    execution.setVariable("askerGroup", asker.id());
    execution.setVariable("askerName", name(district, asker));
    execution.setVariable("taskSubject", text(execution, "subject"));
    ArrayNode options = json.createArrayNode();
    district
        .units()
        .forEach(unit -> options.addObject().put("label", unit.name()).put("value", unit.key()));
    execution.setVariable("unitOptions", Spin.JSON(options.toString()));
    ArrayNode proposed = json.createArrayNode();
    Arrays.stream(text(execution, "proposedUnits").split(","))
        .map(String::strip)
        .filter(key -> district.findUnit(key).isPresent())
        .forEach(proposed::add);
    execution.setVariable("consultUnits", Spin.JSON(proposed.toString()));
  }

  private static String name(District district, Group group) {
    return group.kind() == GroupKind.UNIT ? district.unit(group.part()).name() : group.name();
  }

  /** Keeps the level, so that a major question without an answer comes before the next meeting. */
  public void recordRouting(DelegateExecution execution) {
    questions.route(execution.getProcessInstanceId(), text(execution, "questionLevel"));
  }

  /** The units to consult, as the office routed the question. */
  public List<String> unitsConcerned(DelegateExecution execution) {
    District district = district(execution);
    List<String> units = new ArrayList<>();
    if (execution.getVariable("consultUnits") instanceof SpinJsonNode chosen && chosen.isArray()) {
      chosen.elements().forEach(unit -> units.add(unit.stringValue()));
    }
    return units.stream().filter(unit -> district.findUnit(unit).isPresent()).distinct().toList();
  }

  public void recordOpinion(DelegateExecution execution) {
    String unit = text(execution, "unit");
    String opinion = stance(execution);
    questions.recordOpinion(
        execution.getProcessInstanceId(),
        unit,
        opinion,
        false,
        doers.last(execution, PolicyQuestionProcess.GIVE_OPINION));
    note(execution, unit, opinion);
  }

  private static String stance(DelegateExecution execution) {
    return switch (text(execution, "opinionStance")) {
      case "no-objection" -> "无意见";
      case "not-ours" -> "不属于本部门职责";
      default -> text(execution, "opinion");
    };
  }

  /** A unit that let the time pass is on record as silent; the question goes on without it. */
  public void recordSilence(DelegateExecution execution) {
    String unit = text(execution, "unit");
    questions.recordOpinion(execution.getProcessInstanceId(), unit, null, true, null);
    note(execution, unit, "逾期未复");
  }

  /** Collects the opinions for whoever drafts the answer. */
  private void note(DelegateExecution execution, String unit, String said) {
    String name = district(execution).unit(unit).name();
    String before = (String) execution.getProcessInstance().getVariable("opinionSummary");
    String line = "- " + name + "：" + said;
    execution
        .getProcessInstance()
        .setVariable("opinionSummary", before == null ? line : before + "\n" + line);
  }

  public void publish(DelegateExecution execution) {
    questions.publish(execution.getProcessInstanceId(), text(execution, "answerText"));
  }

  public List<String> subdistricts(DelegateExecution execution) {
    return district(execution).subdistricts().stream().map(Subdistrict::key).toList();
  }

  /** The instance's tenant is its district; a question started by form names none. */
  private District district(DelegateExecution execution) {
    return districts.require(execution.getTenantId());
  }

  private static String text(DelegateExecution execution, String name) {
    return (String) execution.getVariable(name);
  }
}
