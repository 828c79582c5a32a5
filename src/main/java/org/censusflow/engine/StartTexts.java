package org.censusflow.engine;

import java.util.List;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantIdProvider;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantIdProviderCaseInstanceContext;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantIdProviderHistoricDecisionInstanceContext;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantIdProviderProcessInstanceContext;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;

/**
 * Holds the free text of every start form against the rule that no number of a person is in it. The
 * engine asks for an instance's tenant before it stores anything of it, and on the caller's own
 * thread; a listener at the start event would come too late, because starts are asynchronous.
 */
record StartTexts(TenantIdProvider tenants, FormRules rules) implements TenantIdProvider {

  /**
   * @throws TaskRefused when a text names a number
   */
  @Override
  public String provideTenantIdForProcessInstance(TenantIdProviderProcessInstanceContext start) {
    String tenant = tenants.provideTenantIdForProcessInstance(start);
    if (start.getSuperExecution() == null && start.getVariables() != null) {
      ProcessDefinitionEntity definition = (ProcessDefinitionEntity) start.getProcessDefinition();
      List<String> faults = rules.numbersIn(formOf(definition), start.getVariables());
      if (!faults.isEmpty()) {
        throw new TaskRefused("CF-E312 表单填写有误：" + String.join("；", faults) + "。");
      }
    }
    return tenant;
  }

  private static String formOf(ProcessDefinitionEntity definition) {
    BpmnModelInstance model =
        Context.getProcessEngineConfiguration()
            .getDeploymentCache()
            .findBpmnModelInstanceForProcessDefinition(definition);
    ModelElementInstance initial = model.getModelElementById(definition.getInitial().getId());
    return initial instanceof StartEvent event ? event.getCamundaFormRef() : null;
  }

  @Override
  public String provideTenantIdForCaseInstance(TenantIdProviderCaseInstanceContext start) {
    return tenants.provideTenantIdForCaseInstance(start);
  }

  @Override
  public String provideTenantIdForHistoricDecisionInstance(
      TenantIdProviderHistoricDecisionInstanceContext decision) {
    return tenants.provideTenantIdForHistoricDecisionInstance(decision);
  }
}
