package org.censusflow.base.engine.models;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.censusflow.base.engine.models.Diagram.Box;
import org.censusflow.base.engine.models.Diagram.Flow;
import org.censusflow.base.engine.models.Diagram.Label;
import org.censusflow.base.engine.models.Diagram.Piece;
import org.censusflow.base.engine.models.Diagram.Shape;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What makes a diagram readable at a glance, as far as coordinates can tell. */
class ModelLayoutTests {

  /** Height of the strip at a sub-process's top that its name takes. */
  private static final double TITLE = 30;

  static List<Path> models() {
    return Models.bpmnFiles();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("models")
  void everyElementIsDrawn(Path file) {
    Diagram diagram = new Diagram(file);
    assertThat(diagram.shapes.keySet())
        .containsExactlyInAnyOrderElementsOf(
            diagram.model.getModelElementsByType(FlowNode.class).stream()
                .map(FlowNode::getId)
                .toList());
    assertThat(diagram.flows.keySet())
        .containsExactlyInAnyOrderElementsOf(
            diagram.model.getModelElementsByType(SequenceFlow.class).stream()
                .map(SequenceFlow::getId)
                .toList());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("models")
  void shapesHaveTheStandardSize(Path file) {
    assertThat(new Diagram(file).shapes.values())
        .filteredOn(shape -> !(shape.node() instanceof SubProcess))
        .allSatisfy(
            shape -> {
              boolean task = shape.node() instanceof Activity;
              boolean gateway = shape.node() instanceof Gateway;
              assertThat(shape.box().width()).isEqualTo(task ? 100 : gateway ? 50 : 36);
              assertThat(shape.box().height()).isEqualTo(task ? 80 : gateway ? 50 : 36);
            });
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("models")
  void shapesAndLabelsDoNotOverlap(Path file) {
    Diagram diagram = new Diagram(file);
    List<String> faults = new ArrayList<>();
    List<Shape> shapes = List.copyOf(diagram.shapes.values());
    for (int i = 0; i < shapes.size(); i++) {
      for (int j = i + 1; j < shapes.size(); j++) {
        Shape one = shapes.get(i);
        Shape other = shapes.get(j);
        boolean nested = one.holds(other.node()) || other.holds(one.node());
        boolean attached = one.isAttachedTo(other) || other.isAttachedTo(one);
        if (!nested && !attached && one.box().overlaps(other.box())) {
          faults.add(one.node().getId() + " overlaps " + other.node().getId());
        }
      }
    }
    for (Label label : diagram.labels) {
      String id = label.owner().getId();
      for (Shape shape : shapes) {
        if (label.box().overlaps(shape.box()) && !encloses(shape, label.box())) {
          faults.add("label of " + id + " lies on " + shape.node().getId());
        }
      }
      for (Label other : diagram.labels) {
        if (id.compareTo(other.owner().getId()) < 0 && label.box().overlaps(other.box())) {
          faults.add("label of " + id + " lies on that of " + other.owner().getId());
        }
      }
    }
    assertThat(faults).isEmpty();
  }

  /** A sub-process's frame may go round a label, but not through it, and not with its name. */
  private static boolean encloses(Shape shape, Box label) {
    return shape.isSubProcess() && belowTitle(shape).contains(label);
  }

  private static Box belowTitle(Shape frame) {
    Box box = frame.box();
    return new Box(box.x(), box.y() + TITLE - 8, box.width(), box.height() - TITLE + 8);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("models")
  void shapesLieInsideTheirSubProcess(Path file) {
    Diagram diagram = new Diagram(file);
    for (Shape shape : diagram.shapes.values()) {
      Shape frame = diagram.frameOf(shape.node());
      if (frame != null) {
        Box inside = frame.box();
        Box below =
            new Box(inside.x(), inside.y() + TITLE, inside.width(), inside.height() - TITLE);
        assertThat(below.contains(shape.box())).as(shape.node().getId()).isTrue();
      }
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("models")
  void flowsAreStraightOrRightAngled(Path file) {
    for (Flow flow : new Diagram(file).flows.values()) {
      assertThat(flow.pieces()).as(flow.sequenceFlow().getId()).allMatch(Piece::rightAngled);
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("models")
  void flowsStartAndEndAtTheirShapes(Path file) {
    Diagram diagram = new Diagram(file);
    for (Flow flow : diagram.flows.values()) {
      Box source = diagram.shapes.get(flow.sequenceFlow().getSource().getId()).box();
      Box target = diagram.shapes.get(flow.sequenceFlow().getTarget().getId()).box();
      assertThat(onEdge(source, flow.first().x1(), flow.first().y1()))
          .as(flow.sequenceFlow().getId() + " starts at its source")
          .isTrue();
      assertThat(onEdge(target, flow.last().x2(), flow.last().y2()))
          .as(flow.sequenceFlow().getId() + " ends at its target")
          .isTrue();
    }
  }

  private static boolean onEdge(Box box, double x, double y) {
    boolean within = x >= box.x() && x <= box.right() && y >= box.y() && y <= box.bottom();
    return within && (x == box.x() || x == box.right() || y == box.y() || y == box.bottom());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("models")
  void flowsRunThroughNoShapeAndNoLabel(Path file) {
    Diagram diagram = new Diagram(file);
    List<String> faults = new ArrayList<>();
    for (Flow flow : diagram.flows.values()) {
      String id = flow.sequenceFlow().getId();
      for (Piece piece : flow.pieces()) {
        for (Shape shape : diagram.shapes.values()) {
          boolean around = shape.isSubProcess() && shape.holds(flow.sequenceFlow().getSource());
          if (around ? !shape.box().contains(piece.box()) : piece.enters(shape.box())) {
            faults.add(id + " runs through " + shape.node().getId());
          }
        }
        for (Label label : diagram.labels) {
          if (piece.enters(label.box())) {
            faults.add(id + " runs through the label of " + label.owner().getId());
          }
        }
      }
    }
    assertThat(faults).isEmpty();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("models")
  void flowsDoNotCross(Path file) {
    List<Flow> flows = List.copyOf(new Diagram(file).flows.values());
    List<String> faults = new ArrayList<>();
    for (int i = 0; i < flows.size(); i++) {
      for (int j = i + 1; j < flows.size(); j++) {
        Flow one = flows.get(i);
        Flow other = flows.get(j);
        if (!one.sharesAnEndWith(other) && cross(one, other)) {
          faults.add(one.sequenceFlow().getId() + " crosses " + other.sequenceFlow().getId());
        }
      }
    }
    assertThat(faults).isEmpty();
  }

  private static boolean cross(Flow one, Flow other) {
    return one.pieces().stream()
        .anyMatch(piece -> other.pieces().stream().anyMatch(piece::crossesOrHides));
  }

  /** Only a flow that closes a loop may run back; every other one leads to the right. */
  @ParameterizedTest(name = "{0}")
  @MethodSource("models")
  void flowsLeadFromLeftToRight(Path file) {
    Diagram diagram = new Diagram(file);
    for (Flow flow : diagram.flows.values()) {
      FlowNode from = flow.sequenceFlow().getSource();
      FlowNode to = flow.sequenceFlow().getTarget();
      Box source = diagram.shapes.get(from.getId()).box();
      Box target = diagram.shapes.get(to.getId()).box();
      String id = flow.sequenceFlow().getId();
      if (target.middle() < source.middle()) {
        assertThat(leadsTo(to, from)).as(id + " runs back without closing a loop").isTrue();
      }
      assertThat(flow.first().x1()).as(id + " leaves on the left").isGreaterThan(source.x());
      assertThat(flow.last().x2()).as(id + " enters on the right").isLessThan(target.right());
    }
  }

  private static boolean leadsTo(FlowNode from, FlowNode to) {
    Deque<FlowNode> open = new ArrayDeque<>(List.of(from));
    Set<FlowNode> seen = new HashSet<>();
    while (!open.isEmpty()) {
      FlowNode node = open.pop();
      if (node.equals(to)) {
        return true;
      }
      if (seen.add(node)) {
        node.getOutgoing().forEach(flow -> open.add(flow.getTarget()));
      }
    }
    return false;
  }
}
