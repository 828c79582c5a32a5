package org.censusflow.base.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.engine.impl.cmd.AddCommentCmd;
import org.camunda.bpm.engine.impl.cmd.AssignTaskCmd;
import org.camunda.bpm.engine.impl.cmd.ClaimTaskCmd;
import org.camunda.bpm.engine.impl.cmd.CompleteTaskCmd;
import org.camunda.bpm.engine.impl.cmd.PatchTaskVariablesCmd;
import org.camunda.bpm.engine.impl.cmd.SetTaskVariablesCmd;
import org.camunda.bpm.engine.impl.cmd.SubmitTaskFormCmd;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.spin.Spin;
import org.camunda.spin.plugin.variable.SpinValues;
import org.censusflow.base.engine.TaskRefused;
import org.censusflow.base.task.TaskGuard;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.util.ClassUtils;

/** What a form submits is taken, with its types; and the guard knows every command on a task. */
class FormContractTests {

  private static final String FORM =
      """
      {"components": [
        {"type": "text", "text": "说明"},
        {"type": "textfield", "key": "name"},
        {"type": "number", "key": "count"},
        {"type": "checkbox", "key": "agreed"},
        {"type": "taglist", "key": "units"},
        {"type": "textfield", "key": "shown", "disabled": true},
        {"type": "textfield", "key": "fixed", "readonly": true},
        {"type": "group", "components": [{"type": "radio", "key": "decision"}]}
      ]}
      """;

  @Test
  void theInputsOfAFormAreTakenWithTheirTypes() throws IOException {
    FormContract form = FormContract.of(new ObjectMapper().readTree(FORM));
    assertThat(form.inputs()).containsOnlyKeys("name", "count", "agreed", "units", "decision");
    assertThatCode(
            () ->
                form.check(
                    Map.of(
                        "name",
                        "海沧",
                        "count",
                        3L,
                        "agreed",
                        true,
                        "units",
                        Spin.JSON("[\"health\"]"),
                        "decision",
                        "approve")))
        .doesNotThrowAnyException();
    assertThatCode(
            () -> form.check(Variables.putValue("units", SpinValues.jsonValue("[]").create())))
        .doesNotThrowAnyException();
    assertThatCode(() -> form.check(Variables.putValue("name", null))).doesNotThrowAnyException();
    assertThatCode(() -> form.check(null)).doesNotThrowAnyException();
  }

  @Test
  void whatIsOfAnotherTypeIsRefused() throws IOException {
    FormContract form = FormContract.of(new ObjectMapper().readTree(FORM));
    Stream.<Map<String, Object>>of(
            Map.of("name", 1),
            Map.of("name", new byte[0]),
            Variables.putValue("name", Variables.stringValue("海沧", true)),
            Map.of("name", new java.util.Date()),
            Map.of("count", "3"),
            Map.of("count", Double.NaN),
            Map.of("agreed", "true"),
            Map.of("units", "health"),
            Map.of("units", Spin.JSON("{}")),
            Map.of("units", Spin.JSON("[1]")),
            Variables.putValue("units", SpinValues.jsonValue("[").create()),
            Variables.putValue("units", SpinValues.xmlValue("<a/>").create()),
            Variables.putValue("name", Variables.fileValue("a.txt").file(new byte[1]).create()),
            Variables.putValue(
                "name",
                Variables.serializedObjectValue("{}")
                    .objectTypeName("java.util.Date")
                    .serializationDataFormat("application/json")
                    .create()))
        .forEach(
            submitted ->
                assertThatThrownBy(() -> form.check(submitted))
                    .isInstanceOf(TaskRefused.class)
                    .hasMessageContaining("CF-E152"));
  }

  @Test
  void whatIsShownOrNotThereIsRefusedByName() throws IOException {
    FormContract form = FormContract.of(new ObjectMapper().readTree(FORM));
    for (String key : new String[] {"shown", "fixed", "gateHolds"}) {
      assertThatThrownBy(() -> form.check(Map.of(key, "x")))
          .hasMessageContaining("CF-E151")
          .hasMessageContaining(key);
    }
  }

  @Test
  void anEmbeddedFormSubmitsWhatItsModelNames() {
    FormContract form = FormContract.of("decision:String  count:Number");
    assertThatCode(() -> form.check(Map.of("decision", "a", "count", 1)))
        .doesNotThrowAnyException();
    assertThatThrownBy(() -> FormContract.of("decision:Object")).hasMessageContaining("CF-E157");
    assertThatThrownBy(() -> FormContract.of("decision")).hasMessageContaining("CF-E157");
  }

  /** An update of the engine may bring one; then somebody has to think. */
  @Test
  void everyCommandOfTheEngineThatChangesATaskIsKnownToTheGuard() throws Exception {
    Stream<Class<?>> allowed =
        Stream.of(
            CompleteTaskCmd.class,
            SubmitTaskFormCmd.class,
            SetTaskVariablesCmd.class,
            PatchTaskVariablesCmd.class,
            ClaimTaskCmd.class,
            AssignTaskCmd.class,
            AddCommentCmd.class);
    var known = Stream.concat(allowed, TaskGuard.NOBODY.stream()).toList();
    var commands =
        Stream.of(
                new PathMatchingResourcePatternResolver()
                    .getResources("classpath*:org/camunda/bpm/engine/impl/cmd/*.class"))
            .map(file -> file.getFilename().replace(".class", ""))
            .filter(name -> name.matches("\\w*(Task|Comment|Attachment|IdentityLink)\\w*Cmd"))
            .filter(name -> !name.matches("Get\\w*|\\w*External\\w*|\\w*ForProcessDefinitionCmd"))
            .filter(name -> !name.matches("DeleteHistoricTaskInstanceCmd|DeleteTaskMetricsCmd"))
            .toList();
    assertThat(commands).hasSizeGreaterThan(25);
    for (String name : commands) {
      Class<?> command =
          ClassUtils.forName(
              "org.camunda.bpm.engine.impl.cmd." + name, getClass().getClassLoader());
      assertThat(known).as(name).anyMatch(it -> it.isAssignableFrom(command));
    }
  }
}
