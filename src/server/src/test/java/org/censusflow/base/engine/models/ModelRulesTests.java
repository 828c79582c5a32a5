package org.censusflow.base.engine.models;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.ErrorEventDefinition;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.InclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.IntermediateCatchEvent;
import org.camunda.bpm.model.bpmn.instance.Message;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.Task;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.censusflow.base.district.GroupKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The project's rules for process models; processes/README.md says why they hold. */
class ModelRulesTests {

  private static final Set<String> GROUP_KINDS =
      Stream.of(GroupKind.values())
          .map(kind -> kind.name().toLowerCase(Locale.ROOT).replace('_', '-'))
          .collect(Collectors.toSet());
  private static final Pattern CHINESE = Pattern.compile("[\\u4e00-\\u9fff（）、，？]+");
  private static final Pattern CLAUSE = Pattern.compile("[HX](A|\\d(\\.\\d{1,2}[a-h]?){0,2})");

  private static final Map<Class<? extends FlowElement>, String> PREFIXES =
      Map.of(
          StartEvent.class, "StartEvent_",
          EndEvent.class, "EndEvent_",
          BoundaryEvent.class, "BoundaryEvent_",
          IntermediateCatchEvent.class, "IntermediateEvent_",
          Gateway.class, "Gateway_",
          SubProcess.class, "SubProcess_",
          CallActivity.class, "CallActivity_",
          Task.class, "Task_",
          SequenceFlow.class, "Flow_");

  static List<Path> models() {
    return Models.bpmnFiles();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("models")
  void theFileHoldsOneProcessThatItIsNamedAfter(Path file) {
    BpmnModelInstance model = Models.read(file);
    assertThat(model.getModelElementsByType(Process.class)).hasSize(1);
    Process process = Models.process(model);
    assertThat(file).hasFileName(process.getId() + ".bpmn");
    assertThat(process.isExecutable()).isTrue();
    assertThat(process.getName()).matches(CHINESE);
    assertThat(process.getDocumentations()).isNotEmpty();
    assertThat(process.getCamundaHistoryTimeToLiveString()).isEqualTo("P1825D");
    assertThat(process.getCamundaVersionTag()).isNotBlank();
    List<String> starters = Models.property(process, "startedBy");
    assertThat(process.isCamundaStartableInTasklist()).isEqualTo(!starters.isEmpty());
    assertThat(GROUP_KINDS).containsAll(starters);
  }

  /** More is not read at a glance: what goes together becomes a process of its own. */
  @ParameterizedTest(name = "{0}")
  @MethodSource("models")
  void aLevelHoldsAtMostFifteenActivities(Path file) {
    for (BaseElement level : levels(file)) {
      assertThat(level.getChildElementsByType(Activity.class))
          .as(level.getId())
          .hasSizeLessThanOrEqualTo(15);
    }
  }

  private static List<BaseElement> levels(Path file) {
    return Stream.concat(
            Models.elements(file, Process.class).stream().map(BaseElement.class::cast),
            Models.elements(file, SubProcess.class).stream())
        .toList();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("models")
  void idsTellWhatTheElementIs(Path file) {
    for (FlowElement element : Models.elements(file, FlowElement.class)) {
      String prefix =
          PREFIXES.entrySet().stream()
              .filter(entry -> entry.getKey().isInstance(element))
              .findFirst()
              .orElseThrow()
              .getValue();
      assertThat(element.getId()).startsWith(prefix).matches("\\w+_[A-Z][A-Za-z]+(_[A-Z]\\w+)?");
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("models")
  void namesAreChineseAndSaidOnce(Path file) {
    for (FlowElement element : Models.elements(file, FlowElement.class)) {
      if (element.getName() != null) {
        assertThat(element.getName()).as(element.getId()).matches(CHINESE);
      }
    }
    assertThat(Models.elements(file, FlowNode.class))
        .filteredOn(node -> !(node instanceof Gateway))
        .allSatisfy(node -> assertThat(node.getName()).as(node.getId()).isNotBlank());
    assertThat(Models.elements(file, EndEvent.class))
        .extracting(FlowElement::getName)
        .doesNotHaveDuplicates()
        .noneMatch(name -> name.contains("结束"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("models")
  void whoMayNotDoATaskIsNamedByAnotherTaskOfTheModel(Path file) {
    List<UserTask> tasks = Models.elements(file, UserTask.class);
    List<String> ids = tasks.stream().map(UserTask::getId).toList();
    for (UserTask task : tasks) {
      List<String> notBy = Models.property(task, "notBy");
      assertThat(ids).as(task.getId()).containsAll(notBy);
      assertThat(notBy).as(task.getId()).doesNotContain(task.getId()).doesNotHaveDuplicates();
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("models")
  void onlyAnEmbeddedFormNamesWhatItSubmits(Path file) {
    for (UserTask task : Models.elements(file, UserTask.class)) {
      List<String> submits = Models.property(task, "submits");
      assertThat(submits)
          .as(task.getId())
          .allMatch(input -> input.matches("[a-z]\\w*:(String|Number|Boolean|List)"));
      assertThat(submits.isEmpty() || task.getCamundaFormKey() != null).as(task.getId()).isTrue();
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("models")
  void aProcessIsSavedAsSoonAsItStarts(Path file) {
    Process process = Models.process(Models.read(file));
    List<StartEvent> starts = List.copyOf(process.getChildElementsByType(StartEvent.class));
    assertThat(starts).isNotEmpty().allMatch(StartEvent::isCamundaAsyncBefore);
    assertThat(starts)
        .as("beside the ordinary start only those by message")
        .filteredOn(start -> start.getEventDefinitions().isEmpty())
        .hasSizeLessThanOrEqualTo(1);
    if (process.isCamundaStartableInTasklist()) {
      assertThat(Models.form(starts.get(0))).exists();
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("models")
  void choicesAreQuestionsWithAnswers(Path file) {
    for (Gateway gateway : Models.elements(file, Gateway.class)) {
      String id = gateway.getId();
      boolean splits = gateway.getOutgoing().size() > 1;
      boolean joins = gateway.getIncoming().size() > 1;
      assertThat(splits ^ joins).as(id + " either splits or joins").isTrue();
      boolean asks = gateway instanceof ExclusiveGateway || gateway instanceof InclusiveGateway;
      if (splits && asks) {
        assertThat(gateway.getName()).as(id).endsWith("？");
        for (SequenceFlow flow : gateway.getOutgoing()) {
          boolean otherwise = flow.getId().equals(gateway.getAttributeValue("default"));
          assertThat(flow.getName()).as(flow.getId()).isNotBlank();
          assertThat(flow.getConditionExpression() == null).as(flow.getId()).isEqualTo(otherwise);
        }
      } else {
        assertThat(gateway.getName()).as(id).isNull();
        gateway.getOutgoing().forEach(flow -> assertThat(flow.getName()).isNull());
      }
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("models")
  void tasksSplitAndJoinNothing(Path file) {
    for (FlowNode node : Models.elements(file, FlowNode.class)) {
      if (!(node instanceof Gateway)) {
        assertThat(node.getIncoming()).as(node.getId()).hasSizeLessThan(2);
        assertThat(node.getOutgoing()).as(node.getId()).hasSizeLessThan(2);
      }
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("models")
  void everyThrownErrorIsCaught(Path file) {
    for (EndEvent end : Models.elements(file, EndEvent.class)) {
      for (ErrorEventDefinition thrown : end.getChildElementsByType(ErrorEventDefinition.class)) {
        assertThat(catchers(end))
            .as(end.getId() + " throws " + thrown.getError().getErrorCode())
            .contains(thrown.getError().getErrorCode());
      }
    }
  }

  /** The codes that boundary events of the enclosing sub-processes catch. */
  private static List<String> catchers(EndEvent end) {
    List<String> codes = new ArrayList<>();
    for (var scope = end.getParentElement();
        scope instanceof SubProcess subProcess;
        scope = scope.getParentElement()) {
      for (BoundaryEvent event :
          subProcess.getParentElement().getChildElementsByType(BoundaryEvent.class)) {
        if (event.getAttachedTo().equals(subProcess)) {
          event
              .getChildElementsByType(ErrorEventDefinition.class)
              .forEach(definition -> codes.add(definition.getError().getErrorCode()));
        }
      }
    }
    return codes;
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("models")
  void clausesAreWrittenAsTheyAreNumbered(Path file) {
    for (BaseElement element : Models.read(file).getModelElementsByType(BaseElement.class)) {
      assertThat(Models.clauses(element)).as(element.getId()).allMatch(CLAUSE.asMatchPredicate());
    }
  }

  @Test
  void messagesBelongToOneModelAndAreNamedLikeTheirIds() {
    List<Message> messages =
        Models.bpmnFiles().stream()
            .flatMap(file -> Models.elements(file, Message.class).stream())
            .toList();
    assertThat(messages).extracting(Message::getName).doesNotHaveDuplicates();
    assertThat(messages).allMatch(message -> message.getId().equals(message.getName()));
    assertThat(messages).allMatch(message -> message.getName().startsWith("Message_"));
  }

  @Test
  void namesOfModelsAreSaidOnce() {
    assertThat(Models.deployed()).extracting(Path::getFileName).doesNotHaveDuplicates();
    assertThat(Models.deployed()).allMatch(Files::exists);
  }
}
