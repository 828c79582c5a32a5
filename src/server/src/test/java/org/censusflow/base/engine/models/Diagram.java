package org.censusflow.base.engine.models;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnEdge;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnLabel;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnShape;
import org.camunda.bpm.model.bpmn.instance.dc.Bounds;

/** The drawing of one model: where its shapes, flows and labels lie. */
final class Diagram {

  /** A rectangle in diagram coordinates; {@code y} grows downwards. */
  record Box(double x, double y, double width, double height) {

    double right() {
      return x + width;
    }

    double bottom() {
      return y + height;
    }

    double middle() {
      return x + width / 2;
    }

    boolean overlaps(Box other) {
      return x < other.right() && other.x < right() && y < other.bottom() && other.y < bottom();
    }

    boolean contains(Box other) {
      return x <= other.x && y <= other.y && right() >= other.right() && bottom() >= other.bottom();
    }
  }

  /** One straight piece of a flow. */
  record Piece(double x1, double y1, double x2, double y2) {

    boolean rightAngled() {
      return x1 == x2 || y1 == y2;
    }

    /** The piece as a box without thickness. */
    Box box() {
      return new Box(Math.min(x1, x2), Math.min(y1, y2), Math.abs(x2 - x1), Math.abs(y2 - y1));
    }

    /** Whether the piece runs through the inside of the box; touching its edge is not enough. */
    boolean enters(Box box) {
      Box line = box();
      return line.x < box.right()
          && box.x < line.right()
          && line.y < box.bottom()
          && box.y < line.bottom();
    }

    /** Whether two pieces cross like a plus sign, or one lies on the other for some length. */
    boolean crossesOrHides(Piece other) {
      Box here = box();
      Box there = other.box();
      if ((x1 == x2) == (other.x1 == other.x2)) {
        double level = Math.min(here.right(), there.right()) - Math.max(here.x, there.x);
        double upright = Math.min(here.bottom(), there.bottom()) - Math.max(here.y, there.y);
        return level >= 0 && upright >= 0 && level + upright > 0;
      }
      Box upright = x1 == x2 ? here : there;
      Box level = x1 == x2 ? there : here;
      return level.x < upright.x
          && upright.x < level.right()
          && upright.y < level.y
          && level.y < upright.bottom();
    }
  }

  record Shape(FlowNode node, Box box) {

    boolean isSubProcess() {
      return node instanceof SubProcess;
    }

    /** Whether the other shape is drawn inside this sub-process. */
    boolean holds(FlowNode other) {
      for (var scope = other.getParentElement(); scope != null; scope = scope.getParentElement()) {
        if (scope.equals(node)) {
          return true;
        }
      }
      return false;
    }

    boolean isAttachedTo(Shape other) {
      return node instanceof BoundaryEvent event && event.getAttachedTo().equals(other.node);
    }
  }

  record Flow(SequenceFlow sequenceFlow, List<Piece> pieces) {

    boolean touches(FlowNode node) {
      return sequenceFlow.getSource().equals(node) || sequenceFlow.getTarget().equals(node);
    }

    boolean sharesAnEndWith(Flow other) {
      return sequenceFlow.getSource().equals(other.sequenceFlow.getSource())
          || sequenceFlow.getTarget().equals(other.sequenceFlow.getTarget());
    }

    Piece first() {
      return pieces.get(0);
    }

    Piece last() {
      return pieces.get(pieces.size() - 1);
    }
  }

  record Label(FlowElement owner, Box box) {}

  final BpmnModelInstance model;
  final Map<String, Shape> shapes = new LinkedHashMap<>();
  final Map<String, Flow> flows = new LinkedHashMap<>();
  final List<Label> labels = new ArrayList<>();

  Diagram(Path file) {
    model = Models.read(file);
    for (BpmnShape shape : model.getModelElementsByType(BpmnShape.class)) {
      if (shape.getBpmnElement() instanceof FlowNode node) {
        shapes.put(node.getId(), new Shape(node, box(shape.getBounds())));
        label(node, shape.getBpmnLabel());
      }
    }
    for (BpmnEdge edge : model.getModelElementsByType(BpmnEdge.class)) {
      if (edge.getBpmnElement() instanceof SequenceFlow flow) {
        flows.put(flow.getId(), new Flow(flow, pieces(edge)));
        label(flow, edge.getBpmnLabel());
      }
    }
  }

  private void label(FlowElement owner, BpmnLabel label) {
    if (label != null && label.getBounds() != null) {
      labels.add(new Label(owner, box(label.getBounds())));
    }
  }

  private static Box box(Bounds bounds) {
    return new Box(bounds.getX(), bounds.getY(), bounds.getWidth(), bounds.getHeight());
  }

  private static List<Piece> pieces(BpmnEdge edge) {
    List<Piece> pieces = new ArrayList<>();
    var points = List.copyOf(edge.getWaypoints());
    for (int i = 1; i < points.size(); i++) {
      var from = points.get(i - 1);
      var to = points.get(i);
      pieces.add(new Piece(from.getX(), from.getY(), to.getX(), to.getY()));
    }
    return pieces;
  }

  /** The innermost sub-process that the node is drawn in, if any. */
  Shape frameOf(FlowNode node) {
    return shapes.values().stream()
        .filter(shape -> shape.isSubProcess() && shape.holds(node))
        .min(Comparator.comparingDouble(shape -> shape.box().width()))
        .orElse(null);
  }
}
