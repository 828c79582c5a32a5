package org.censusflow.base.engine.models;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Message;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The holders of names say what the models say, and nothing else does. */
class ProcessNamesTests {

  private static final String PACKAGE = "org.censusflow.base.process";
  private static final Pattern WRITTEN_OUT = Pattern.compile("\"((?:Task|Message)_\\w+)\"");

  static List<Path> models() {
    return Models.bpmnFiles();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("models")
  void theHolderOfAProcessNamesItsTasksAndMessages(Path file) throws ReflectiveOperationException {
    String key = Models.process(Models.read(file)).getId();
    Map<String, String> names = constants(holder(file, key));
    assertThat(names.remove("KEY")).isEqualTo(key);
    assertThat(names.values())
        .containsAll(ids(Models.elements(file, UserTask.class).stream().map(UserTask::getId)))
        .containsAll(ids(Models.elements(file, Message.class).stream().map(Message::getId)))
        .isSubsetOf(
            ids(
                Stream.concat(
                    Models.elements(file, FlowNode.class).stream().map(FlowNode::getId),
                    Models.elements(file, Message.class).stream().map(Message::getId))));
    assertThat(names)
        .allSatisfy(
            (name, id) ->
                assertThat(id.split("_")[1].toUpperCase()).isEqualTo(name.replace("_", "")));
  }

  @Test
  void noCodeWritesATaskOrMessageOut() {
    List<String> known =
        Models.bpmnFiles().stream()
            .flatMap(file -> Models.elements(file, UserTask.class).stream())
            .map(UserTask::getId)
            .toList();
    List<Path> sources =
        Models.files(Path.of("src"), ".java").stream()
            .filter(file -> !file.toString().contains("/base/process/"))
            .toList();
    assertThat(sources).hasSizeGreaterThan(1000);
    assertThat(sources)
        .allSatisfy(
            file ->
                assertThat(WRITTEN_OUT.matcher(Models.text(file)).results().map(it -> it.group(1)))
                    .doesNotContainAnyElementsOf(known));
  }

  /** The class in the package that is called like the model's folder. */
  private static Class<?> holder(Path file, String key) throws ClassNotFoundException {
    String folder = Models.PROCESSES.relativize(file.getParent()).toString().replace("-", "");
    String inside = folder.isEmpty() ? "" : "." + folder.replace("checking", "check");
    return Class.forName(PACKAGE + inside + "." + key + "Process");
  }

  private static Map<String, String> constants(Class<?> holder) throws IllegalAccessException {
    Map<String, String> constants = new TreeMap<>();
    for (Field field : holder.getFields()) {
      assertThat(Modifier.isFinal(field.getModifiers())).isTrue();
      constants.put(field.getName(), (String) field.get(null));
    }
    return constants;
  }

  private static List<String> ids(Stream<String> ids) {
    return ids.toList();
  }
}
