package org.censusflow.base.engine.models;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaFailedJobRetryTimeCycle;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaIn;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The project's rules for the steps of a model: whose they are, what they call, how they fail. */
class StepRulesTests {

  private static final Pattern EXPRESSION = Pattern.compile("\\$\\{([^}]*)}");

  static List<Path> models() {
    return Models.bpmnFiles();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("models")
  void everyUserTaskSaysWhoWhenAndWhat(Path file) {
    for (UserTask task : Models.elements(file, UserTask.class)) {
      String id = task.getId();
      assertThat(task.getCamundaAssignee()).as(id).isNull();
      assertThat(task.getCamundaCandidateUsers()).as(id).isNull();
      assertThat(task.getCamundaCandidateGroups()).as(id).isNotBlank();
      assertThat(task.getCamundaDueDate())
          .as(id)
          .matches("\\$\\{(dueOn|dueAt|deadlines\\.due\\(execution,'[a-z-]+'\\))}");
      assertThat(Models.form(task)).as(id).exists();
      assertThat(task.getDocumentations()).as(id).hasSize(1);
      assertThat(task.getDocumentations().iterator().next().getTextContent())
          .as(id)
          .containsPattern("[\\u4e00-\\u9fff]{4}")
          .hasSizeGreaterThan(20);
      assertThat(Models.clauses(task)).as(id).isNotEmpty();
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("models")
  void stepsCallBeansAndHoldNoCode(Path file) {
    for (ServiceTask task : Models.elements(file, ServiceTask.class)) {
      boolean external = "external".equals(task.getCamundaType());
      assertThat(external ? task.getCamundaTopic() : task.getCamundaExpression())
          .as(task.getId())
          .isNotBlank();
      assertThat(Stream.of("class", "delegateExpression").map(name -> Models.camunda(task, name)))
          .as(task.getId())
          .containsOnlyNulls();
    }
    assertThat(Models.text(file)).doesNotContain("<bpmn:script", "<camunda:script", "Listener");
  }

  @Test
  void expressionsNameOnlyTheBeansBehindTheModels() {
    assertThat(StepClasses.named().keySet()).isEqualTo(StepClasses.beansOfTheModels());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("models")
  void expressionsAreShort(Path file) {
    var expressions = EXPRESSION.matcher(Models.text(file));
    while (expressions.find()) {
      assertThat(expressions.group(1)).hasSizeLessThan(100);
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("models")
  void everyJobSaysHowItIsRetried(Path file) {
    for (FlowNode node : Models.elements(file, FlowNode.class)) {
      boolean timer = !node.getChildElementsByType(TimerEventDefinition.class).isEmpty();
      if (node.isCamundaAsyncBefore() || node.isCamundaAsyncAfter() || timer) {
        assertThat(Models.extensions(node, CamundaFailedJobRetryTimeCycle.class))
            .as(node.getId())
            .extracting(cycle -> cycle.getTextContent())
            .containsExactly("PT5S,PT30S,PT5M,PT30M");
        assertThat(node.isCamundaExclusive()).as(node.getId()).isTrue();
      }
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("models")
  void whatIsCalledComesFromTheSameDeployment(Path file) {
    for (CallActivity call : Models.elements(file, CallActivity.class)) {
      assertThat(Models.names(Models.bpmnFiles())).contains(call.getCalledElement());
      assertThat(call.getCamundaCalledElementBinding()).isEqualTo("deployment");
      assertThat(Models.extensions(call, CamundaIn.class))
          .as(call.getId() + " passes on a business key")
          .anyMatch(in -> in.getCamundaBusinessKey() != null);
    }
    for (BusinessRuleTask task : Models.elements(file, BusinessRuleTask.class)) {
      assertThat(Models.names(Models.dmnFiles())).contains(task.getCamundaDecisionRef());
      assertThat(task.getCamundaDecisionRefBinding()).isEqualTo("deployment");
      assertThat(task.getCamundaResultVariable()).isNull();
    }
  }
}
