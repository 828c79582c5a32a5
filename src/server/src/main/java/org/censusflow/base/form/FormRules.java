package org.censusflow.base.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.dmn.feel.impl.FeelEngine;
import org.camunda.bpm.dmn.feel.impl.scala.ScalaFeelEngineFactory;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.censusflow.base.engine.ModelFiles;
import org.springframework.stereotype.Component;

/** Holds a completed task against the rules of its Camunda Form. */
@Component
public class FormRules {

  /** What stands before a form's file in the key of a task with an embedded form. */
  private static final String EMBEDDED = "embedded:deployment:";

  private final FeelEngine feel = new ScalaFeelEngineFactory().createInstance();
  private final Map<String, FormSchema> schemas = new HashMap<>();
  private final Map<String, FormContract> contracts = new HashMap<>();
  private final Map<String, String> formOfTask = new ConcurrentHashMap<>();

  FormRules(ModelFiles files) {
    ObjectMapper json = new ObjectMapper();
    files
        .endingWith(".form")
        .forEach(
            (name, content) -> {
              try {
                JsonNode form = json.readTree(content);
                String id = form.path("id").asText();
                schemas.put(id, FormSchema.of(form));
                contracts.put(id, FormContract.of(form));
              } catch (IOException e) {
                throw new UncheckedIOException("CF-E122 " + name + " is not a form", e);
              }
            });
    files
        .endingWith(".html")
        .forEach(
            (name, content) ->
                schemas.put(EMBEDDED + name, EmbeddedTexts.of(ModelFiles.text(content))));
  }

  /**
   * What may be submitted with a task or a start.
   *
   * @param formRef the Camunda Form; null for none
   * @param submits what the model says that an embedded form submits; null for nothing
   */
  public FormContract contract(String formRef, String submits) {
    if (formRef != null) {
      return contracts.getOrDefault(formRef, FormContract.NOTHING);
    }
    return submits == null ? FormContract.NOTHING : FormContract.of(submits);
  }

  /** What a completed task's values lack, in Chinese, one entry a field; empty when all is well. */
  public List<String> faults(DelegateTask task) {
    return faults(formOf(task), task.getVariables());
  }

  /**
   * The same of any form.
   *
   * @param form its id; null for none
   */
  public List<String> faults(String form, Map<String, Object> values) {
    FormSchema schema = form == null ? null : schemas.get(form);
    return schema == null ? List.of() : schema.faults(values, this::holds);
  }

  /**
   * Evaluates a form's condition, which begins with an equals sign; one that cannot be evaluated
   * does not hide its field.
   */
  private boolean holds(String condition, Map<String, Object> values) {
    String expression = condition.strip().substring(1);
    Object result =
        feel.evaluateSimpleExpression(expression, Variables.fromMap(values).asVariableContext());
    return Boolean.TRUE.equals(result);
  }

  private String formOf(DelegateTask task) {
    return formOfTask.computeIfAbsent(
        task.getProcessDefinitionId() + " " + task.getTaskDefinitionKey(),
        key -> {
          UserTask element = (UserTask) task.getBpmnModelElementInstance();
          String form = element == null ? null : element.getCamundaFormRef();
          String embedded = element == null ? null : element.getCamundaFormKey();
          return form != null ? form : embedded != null ? embedded : "";
        });
  }
}
