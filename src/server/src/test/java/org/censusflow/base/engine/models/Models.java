package org.censusflow.base.engine.models;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperty;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;

/** Finds the process models, decisions and forms of the source tree, as they will be deployed. */
final class Models {

  static final Path PROCESSES = Path.of("processes");
  static final Path FORMS = Path.of("forms");

  private Models() {}

  static List<Path> bpmnFiles() {
    return files(PROCESSES, ".bpmn");
  }

  static List<Path> dmnFiles() {
    return files(PROCESSES, ".dmn");
  }

  static List<Path> formFiles() {
    return Stream.concat(files(FORMS, ".form").stream(), files(FORMS, ".html").stream()).toList();
  }

  /** Everything that one deployment holds. */
  static List<Path> deployed() {
    return Stream.of(bpmnFiles(), dmnFiles(), formFiles()).flatMap(List::stream).toList();
  }

  /** The resource's name in the deployment: its path with forward slashes. */
  static String resourceName(Path file) {
    return file.toString().replace('\\', '/');
  }

  static BpmnModelInstance read(Path bpmn) {
    return Bpmn.readModelFromFile(bpmn.toFile());
  }

  static Process process(BpmnModelInstance model) {
    return model.getModelElementsByType(Process.class).iterator().next();
  }

  static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static List<Path> files(Path folder, String suffix) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> walk = Files.walk(folder)) {
      return walk.filter(file -> file.toString().endsWith(suffix)).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The file of the element's form: by reference bound to the deployment, or embedded from it. */
  static Path form(FlowNode node) {
    String reference = camunda(node, "formRef");
    String key = camunda(node, "formKey");
    if (reference != null) {
      assertThat(camunda(node, "formRefBinding")).as(node.getId()).isEqualTo("deployment");
      return formFiles().stream()
          .filter(form -> form.endsWith(reference + ".form"))
          .findFirst()
          .orElse(Path.of("no form " + reference));
    }
    assertThat(key).as(node.getId()).startsWith("embedded:deployment:forms/");
    return Path.of(key.replace("embedded:deployment:", ""));
  }

  static String camunda(BaseElement element, String attribute) {
    return element.getAttributeValueNs("http://camunda.org/schema/1.0/bpmn", attribute);
  }

  static List<String> clauses(BaseElement element) {
    return property(element, "clauses");
  }

  /** The words of an extension property; none when the element does not have it. */
  static List<String> property(BaseElement element, String name) {
    if (element.getExtensionElements() == null) {
      return List.of();
    }
    return element.getExtensionElements().getChildElementsByType(CamundaProperties.class).stream()
        .flatMap(properties -> properties.getCamundaProperties().stream())
        .filter(property -> name.equals(property.getCamundaName()))
        .map(CamundaProperty::getCamundaValue)
        .flatMap(value -> Stream.of(value.split(" ")))
        .toList();
  }

  static <T extends BaseElement> List<T> elements(Path file, Class<T> type) {
    return List.copyOf(Models.read(file).getModelElementsByType(type));
  }

  static <T extends ModelElementInstance> List<T> extensions(BaseElement element, Class<T> type) {
    return element.getExtensionElements() == null
        ? List.of()
        : List.copyOf(element.getExtensionElements().getChildElementsByType(type));
  }

  /** What the files are called without their extension: ids of processes and decisions. */
  static List<String> names(List<Path> files) {
    return files.stream()
        .map(file -> file.getFileName().toString().replaceFirst("\\.[a-z]+$", ""))
        .toList();
  }
}
