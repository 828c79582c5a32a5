package org.censusflow.base.engine.models;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.model.bpmn.instance.Event;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.censusflow.base.engine.models.Diagram.Flow;
import org.censusflow.base.engine.models.Diagram.Label;
import org.censusflow.base.engine.models.Diagram.Shape;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Names have room: a Chinese character is drawn 11 wide and 14 high, a line is 90 wide. */
class ModelLabelTests {

  static List<Path> models() {
    return Models.bpmnFiles();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("models")
  void namesOutsideShapesHaveAPlaceThatFitsThem(Path file) {
    Diagram diagram = new Diagram(file);
    List<String> faults = new ArrayList<>();
    for (Shape shape : diagram.shapes.values()) {
      boolean outside = shape.node() instanceof Event || shape.node() instanceof Gateway;
      if (outside && shape.node().getName() != null) {
        checkLabel(diagram, shape.node().getId(), shape.node().getName(), faults);
      }
      if (!outside && !shape.isSubProcess() && shape.node().getName().length() > 18) {
        faults.add(shape.node().getId() + ": name too long for its box");
      }
    }
    for (Flow flow : diagram.flows.values()) {
      if (flow.sequenceFlow().getName() != null) {
        checkLabel(diagram, flow.sequenceFlow().getId(), flow.sequenceFlow().getName(), faults);
      }
    }
    assertThat(faults).isEmpty();
  }

  private static void checkLabel(Diagram diagram, String id, String name, List<String> faults) {
    Label label =
        diagram.labels.stream()
            .filter(candidate -> candidate.owner().getId().equals(id))
            .findFirst()
            .orElse(null);
    double lines = Math.ceil(name.length() * 11 / 90.0);
    if (label == null) {
      faults.add(id + ": name without a place");
    } else if (label.box().width() * label.box().height() < name.length() * 11 * 14
        || label.box().height() < lines * 14) {
      faults.add(id + ": the name is larger than its place");
    }
  }
}
