package org.censusflow.base.task;

import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.ExtensionElements;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperty;

/**
 * How a model lets somebody start it.
 *
 * @param formRef the form of its plain start; null for none
 * @param once the business key of what may run once, such as {@code {census}-{unit}}; null for what
 *     may run as often as people start it
 * @param onceWhen a start variable and the value with which {@code once} holds, such as {@code
 *     staffingKind=initial}; null for always
 */
record StartForm(String formRef, String once, String onceWhen) {

  static StartForm of(BpmnModelInstance model, String processKey) {
    Process process = model.getModelElementById(processKey);
    String form =
        process.getChildElementsByType(StartEvent.class).stream()
            .filter(start -> start.getEventDefinitions().isEmpty())
            .map(StartEvent::getCamundaFormRef)
            .findFirst()
            .orElse(null);
    return new StartForm(form, property(process, "once"), property(process, "onceWhen"));
  }

  private static String property(Process process, String name) {
    ExtensionElements extensions = process.getExtensionElements();
    return extensions == null
        ? null
        : extensions.getElementsQuery().filterByType(CamundaProperties.class).list().stream()
            .flatMap(it -> it.getCamundaProperties().stream())
            .filter(it -> name.equals(it.getCamundaName()))
            .map(CamundaProperty::getCamundaValue)
            .findFirst()
            .orElse(null);
  }
}
