package org.censusflow.engine;

import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.camunda.bpm.model.bpmn.instance.StartEvent;

/** Holds the free text of every start form against the rule that no number of a person is in it. */
class StartTexts extends AbstractBpmnParseListener {

  private final FormRules rules;

  StartTexts(FormRules rules) {
    this.rules = rules;
  }

  @Override
  public void parseStartEvent(Element element, ScopeImpl scope, ActivityImpl start) {
    if (scope instanceof ProcessDefinitionEntity) {
      start.addListener(ExecutionListener.EVENTNAME_START, (ExecutionListener) this::check);
    }
  }

  private void check(DelegateExecution execution) {
    if (execution.getBpmnModelElementInstance() instanceof StartEvent event) {
      List<String> faults = rules.numbersIn(event.getCamundaFormRef(), execution.getVariables());
      if (!faults.isEmpty()) {
        throw new TaskRefused("CF-E312 表单填写有误：" + String.join("；", faults) + "。");
      }
    }
  }
}
