package org.censusflow.engine.models;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.Process;

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
}
