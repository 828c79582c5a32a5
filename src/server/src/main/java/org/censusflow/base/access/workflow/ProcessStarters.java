package org.censusflow.base.access.workflow;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.instance.ExtensionElements;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperty;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * Who may start which process by hand. A model says so itself, in the process property {@code
 * startedBy}: kinds of groups, such as {@code census-office unit}. A model without it is started by
 * other processes alone.
 */
@Component
class ProcessStarters {

  private static final String MODELS = "classpath*:processes/**/*.bpmn";
  private static final String PROPERTY = "startedBy";

  private final Map<String, Set<String>> kinds = new HashMap<>();

  ProcessStarters() {
    try {
      for (Resource model : new PathMatchingResourcePatternResolver().getResources(MODELS)) {
        try (InputStream in = model.getInputStream()) {
          Bpmn.readModelFromStream(in)
              .getModelElementsByType(Process.class)
              .forEach(it -> kinds.put(it.getId(), startedBy(it)));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("CF-E120 The models cannot be read from the class path", e);
    }
  }

  /** Process key to kinds of groups in lower case with hyphens; empty for none. */
  Map<String, Set<String>> byProcess() {
    return Map.copyOf(kinds);
  }

  private static Set<String> startedBy(Process process) {
    ExtensionElements extensions = process.getExtensionElements();
    if (extensions == null) {
      return Set.of();
    }
    return extensions.getElementsQuery().filterByType(CamundaProperties.class).list().stream()
        .flatMap(it -> it.getCamundaProperties().stream())
        .filter(it -> PROPERTY.equals(it.getCamundaName()))
        .map(CamundaProperty::getCamundaValue)
        .findFirst()
        .map(it -> Set.of(it.trim().split("\\s+")))
        .orElse(Set.of());
  }
}
