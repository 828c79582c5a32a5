package org.censusflow.base.engine;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.springframework.context.ApplicationContext;
import org.springframework.stereotype.Component;

/**
 * The start-up check: every definition, decision and form of this program is deployed, and whatever
 * a model names (a called process, a decision, a form, a bean) exists. Anything missing stops the
 * start with the whole list.
 */
@Component
class DeploymentCheck {

  private static final Pattern BEAN =
      Pattern.compile("[#$]\\{\\s*!?\\s*([a-z][A-Za-z0-9]*)\\.[a-zA-Z]+\\(");
  private static final String DEPLOYED_FORM = "embedded:deployment:";

  /** What the engine itself offers to an expression besides beans. */
  private static final Set<String> ENGINE_NAMES =
      Set.of("execution", "task", "connector", "decisionResult");

  private final RepositoryService repository;
  private final ModelFiles files;
  private final ApplicationContext beans;
  private final ObjectMapper json = new ObjectMapper();

  DeploymentCheck(RepositoryService repository, ModelFiles files, ApplicationContext beans) {
    this.repository = repository;
    this.files = files;
    this.beans = beans;
  }

  /**
   * @throws IllegalStateException with one line per fault
   */
  void run() {
    Set<String> faults = new TreeSet<>();
    Set<String> forms = formIds(faults);
    List<BpmnModelInstance> models = new ArrayList<>();
    for (Map.Entry<String, byte[]> file : files.endingWith(".bpmn").entrySet()) {
      models.add(Bpmn.readModelFromStream(new ByteArrayInputStream(file.getValue())));
      beansNamedIn(file, faults);
    }
    if (models.isEmpty()) {
      faults.add("no process model is on the class path");
    }
    models.forEach(model -> resolve(model, forms, faults));
    for (Map.Entry<String, byte[]> file : files.endingWith(".dmn").entrySet()) {
      if (repository
              .createDecisionDefinitionQuery()
              .decisionDefinitionResourceName(file.getKey())
              .count()
          == 0) {
        faults.add(file.getKey() + ": decision is not deployed");
      }
    }
    if (!faults.isEmpty()) {
      throw new IllegalStateException(
          "CF-E121 The deployment is incomplete:\n  " + String.join("\n  ", faults));
    }
  }

  private Set<String> formIds(Set<String> faults) {
    Set<String> ids = new HashSet<>();
    files
        .endingWith(".form")
        .forEach(
            (name, content) -> {
              try {
                if (!ids.add(json.readTree(content).path("id").asText())) {
                  faults.add(name + ": another form has the same id");
                }
              } catch (JsonProcessingException e) {
                faults.add(name + ": is not JSON: " + e.getOriginalMessage());
              } catch (java.io.IOException e) {
                throw new java.io.UncheckedIOException(e);
              }
            });
    return ids;
  }

  private void resolve(BpmnModelInstance model, Set<String> forms, Set<String> faults) {
    for (Process process : model.getModelElementsByType(Process.class)) {
      mustBeDeployed(process.getId(), "process", process.getId(), faults);
      startFormMustExist(process, forms, faults);
    }
    for (CallActivity call : model.getModelElementsByType(CallActivity.class)) {
      mustBeDeployed(call.getCalledElement(), "call activity", call.getId(), faults);
    }
    for (BusinessRuleTask task : model.getModelElementsByType(BusinessRuleTask.class)) {
      String decision = task.getCamundaDecisionRef();
      if (decision == null
          || repository.createDecisionDefinitionQuery().decisionDefinitionKey(decision).count()
              == 0) {
        faults.add(task.getId() + ": decision " + decision + " is not deployed");
      }
    }
    for (UserTask task : model.getModelElementsByType(UserTask.class)) {
      formMustExist(
          task.getId(), task.getCamundaFormKey(), task.getCamundaFormRef(), forms, faults);
    }
  }

  private void startFormMustExist(Process process, Set<String> forms, Set<String> faults) {
    process.getFlowElements().stream()
        .filter(org.camunda.bpm.model.bpmn.instance.StartEvent.class::isInstance)
        .map(org.camunda.bpm.model.bpmn.instance.StartEvent.class::cast)
        .filter(start -> start.getCamundaFormKey() != null || start.getCamundaFormRef() != null)
        .forEach(
            start ->
                formMustExist(
                    start.getId(),
                    start.getCamundaFormKey(),
                    start.getCamundaFormRef(),
                    forms,
                    faults));
  }

  private void mustBeDeployed(String key, String kind, String id, Set<String> faults) {
    if (repository.createProcessDefinitionQuery().processDefinitionKey(key).count() == 0) {
      faults.add(kind + " " + id + ": process " + key + " is not deployed");
    }
  }

  private void formMustExist(
      String id, String formKey, String formRef, Set<String> forms, Set<String> faults) {
    boolean embedded =
        formKey != null
            && formKey.startsWith(DEPLOYED_FORM)
            && files.all().containsKey(formKey.substring(DEPLOYED_FORM.length()));
    if (!embedded && !forms.contains(formRef)) {
      faults.add(id + ": form " + (formKey == null ? formRef : formKey) + " is not deployed");
    }
  }

  private void beansNamedIn(Map.Entry<String, byte[]> file, Set<String> faults) {
    Matcher named = BEAN.matcher(ModelFiles.text(file.getValue()));
    while (named.find()) {
      String bean = named.group(1);
      if (!ENGINE_NAMES.contains(bean) && !beans.containsBean(bean)) {
        faults.add(file.getKey() + ": names the bean " + bean + ", which does not exist");
      }
    }
  }
}
