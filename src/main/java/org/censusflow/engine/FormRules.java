package org.censusflow.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.dmn.feel.impl.FeelEngine;
import org.camunda.bpm.dmn.feel.impl.scala.ScalaFeelEngineFactory;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.springframework.stereotype.Component;

/** Holds a completed task against the rules of its Camunda Form. */
@Component
class FormRules {

  /** What stands before a form's file in the key of a task with an embedded form. */
  private static final String EMBEDDED = "embedded:deployment:";

  private final FeelEngine feel = new ScalaFeelEngineFactory().createInstance();
  private final Map<String, FormSchema> schemas = new HashMap<>();
  private final Map<String, String> formOfTask = new ConcurrentHashMap<>();

  FormRules(ModelFiles files) {
    ObjectMapper json = new ObjectMapper();
    files
        .endingWith(".form")
        .forEach(
            (name, content) -> {
              try {
                JsonNode form = json.readTree(content);
                schemas.put(form.path("id").asText(), FormSchema.of(form));
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

  /** What the submitted values lack, in Chinese, one entry a field; empty when all is well. */
  List<String> faults(DelegateTask task) {
    FormSchema schema = schemas.get(formOf(task));
    return schema == null ? new ArrayList<>() : schema.faults(task.getVariables(), this::holds);
  }

  /** The free texts of a form that name a number of a person, in Chinese. */
  List<String> numbersIn(String form, Map<String, Object> values) {
    FormSchema schema = form == null ? null : schemas.get(form);
    return schema == null ? List.of() : schema.numbersIn(values);
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
