package org.censusflow.base.task;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.censusflow.base.engine.DistrictTenantProvider;
import org.censusflow.base.engine.TaskRefused;
import org.censusflow.base.form.FormRules;
import org.censusflow.base.form.FormType;
import org.springframework.stereotype.Component;

/**
 * What somebody starts a process with: the inputs of its start form, which they must have filled in
 * as the form asks, and the district. The business key is the program's: it says what the instance
 * is about, and of what may run once there is one.
 */
@Component
public class StartRules {

  private final FormRules forms;
  private final OnceRule once;
  private final Map<String, StartForm> starts = new ConcurrentHashMap<>();

  StartRules(FormRules forms, OnceRule once) {
    this.forms = forms;
    this.once = once;
  }

  /**
   * @param submitted null for nothing
   * @param businessKey what the caller names; null for none
   * @return the business key to start with; null for none
   * @throws TaskRefused with what is wrong
   * @throws AuthorizationException when the model does not let the caller start it
   */
  String check(
      TaskCaller caller,
      ProcessDefinitionEntity definition,
      VariableMap submitted,
      String businessKey) {
    caller
        .context()
        .getProcessEngineConfiguration()
        .getCommandCheckers()
        .forEach(it -> it.checkCreateProcessInstance(definition));
    if (businessKey != null && !businessKey.isBlank()) {
      throw new TaskRefused("CF-E145 业务编号由系统确定，请不要填写。");
    }
    VariableMap values = submitted == null ? Variables.createVariables() : submitted;
    StartForm start = start(caller, definition);
    mustNameADistrict(values);
    mustBeAsked(start, values);
    List<String> faults = forms.faults(start.formRef(), values);
    if (!faults.isEmpty()) {
      throw new TaskRefused("CF-E110 表单填写有误：" + String.join("；", faults) + "。");
    }
    return once.key(
        caller, DistrictTenantProvider.districtOf(values), definition.getKey(), start, values);
  }

  /** By its text: an object must never be asked for what it holds. */
  private static void mustNameADistrict(VariableMap values) {
    TypedValue named = values.getValueTyped(DistrictTenantProvider.DISTRICT);
    if (named != null && !FormType.STRING.accepts(named)) {
      throw new TaskRefused("CF-E144 区划应为文字，例如 haicang。");
    }
    DistrictTenantProvider.districtOf(values);
  }

  private void mustBeAsked(StartForm start, VariableMap values) {
    VariableMap ofTheForm = Variables.createVariables();
    for (String name : values.keySet()) {
      if (!DistrictTenantProvider.DISTRICT.equals(name)) {
        ofTheForm.putValueTyped(name, values.getValueTyped(name));
      }
    }
    try {
      forms.contract(start.formRef(), null).check(ofTheForm);
    } catch (TaskRefused refused) {
      String declared =
          forms.contract(start.formRef(), null).inputs().keySet().stream()
              .sorted()
              .collect(Collectors.joining("、"));
      throw new TaskRefused(
          "CF-E144 启动流程只能提交启动表单的各项（%s）。%s"
              .formatted(declared.isEmpty() ? "本流程没有" : declared, refused.getMessage()));
    }
  }

  private StartForm start(TaskCaller caller, ProcessDefinitionEntity definition) {
    return starts.computeIfAbsent(
        definition.getId(),
        id -> {
          BpmnModelInstance model =
              caller
                  .context()
                  .getProcessEngineConfiguration()
                  .getDeploymentCache()
                  .findBpmnModelInstanceForProcessDefinition(id);
          return StartForm.of(model, definition.getKey());
        });
  }
}
