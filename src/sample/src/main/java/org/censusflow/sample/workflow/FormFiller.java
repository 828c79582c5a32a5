package org.censusflow.sample.workflow;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.task.Task;
import org.camunda.spin.Spin;
import org.camunda.spin.json.SpinJsonNode;
import org.censusflow.base.district.WorkingDays;
import org.springframework.stereotype.Component;

/**
 * Fills in a Camunda Form as somebody does who has nothing to object: the first choice of a list,
 * the smallest number, today. Fields that the form may hide are left out.
 */
@Component
class FormFiller {

  private static final String TEXT = "样例：按要求办理";
  private static final int MOST_CHOSEN = 3;

  private final FormService forms;
  private final TaskService tasks;
  private final ObjectMapper json;

  FormFiller(FormService forms, TaskService tasks, ObjectMapper json) {
    this.forms = forms;
    this.tasks = tasks;
    this.json = json;
  }

  /** What the task's form submits; empty where its form is a page of its own. */
  Map<String, Object> fill(Task task) {
    Task known = tasks.createTaskQuery().taskId(task.getId()).initializeFormKeys().singleResult();
    if (known.getCamundaFormRef() == null) {
      return Map.of();
    }
    Map<String, Object> variables = tasks.getVariables(task.getId());
    return fill(forms.getDeployedTaskForm(task.getId()), variables);
  }

  /** What the start form of a process submits. */
  Map<String, Object> fillStart(String processDefinitionId) {
    return fill(forms.getDeployedStartForm(processDefinitionId), Map.of());
  }

  private Map<String, Object> fill(InputStream form, Map<String, Object> variables) {
    Map<String, Object> filled = new HashMap<>();
    for (JsonNode field : read(form).path("components")) {
      boolean asked = field.has("key") && !field.path("conditional").has("hide");
      if (asked && !field.path("disabled").asBoolean() && !field.path("readonly").asBoolean()) {
        filled.put(field.path("key").asText(), value(field, variables));
      }
    }
    return filled;
  }

  private Object value(JsonNode field, Map<String, Object> variables) {
    return switch (field.path("type").asText()) {
      case "checkbox" -> true;
      case "number" -> Math.max(1, field.path("validate").path("min").asInt(1));
      case "datetime" -> today();
      case "radio", "select" -> options(field, variables).stream().findFirst().orElse(null);
      case "taglist" -> {
        List<String> options = options(field, variables);
        yield list(options.subList(0, Math.min(MOST_CHOSEN, options.size())));
      }
      default -> TEXT;
    };
  }

  private static List<String> options(JsonNode field, Map<String, Object> variables) {
    List<String> options = new ArrayList<>();
    field.path("values").forEach(option -> options.add(option.path("value").asText()));
    options.addAll(offered(variables, field.path("valuesKey").asText()));
    return options;
  }

  private static List<String> offered(Map<String, Object> variables, String name) {
    return variables.get(name) instanceof SpinJsonNode node && node.isArray()
        ? node.elements().stream().map(option -> option.prop("value").stringValue()).toList()
        : List.of();
  }

  /** The first so many of the choices that a variable offers. */
  Object choose(Map<String, Object> variables, String name, int most) {
    return list(offered(variables, name).stream().limit(most).toList());
  }

  /** So many of the accounts that a variable offers, of each team the first ones. */
  Object chooseEvenly(Map<String, Object> variables, String name, int most) {
    return list(
        offered(variables, name).stream()
            .sorted(Comparator.comparing(account -> account.substring(account.lastIndexOf('-'))))
            .limit(most)
            .toList());
  }

  /** Several choices, as a form submits them. */
  static Object list(List<String> chosen) {
    return Spin.JSON(
        chosen.stream()
            .map(it -> "\"" + it + "\"")
            .collect(java.util.stream.Collectors.joining(",", "[", "]")));
  }

  static String today() {
    return ClockUtil.getCurrentTime().toInstant().atZone(WorkingDays.ZONE).toLocalDate().toString();
  }

  private JsonNode read(InputStream form) {
    try (form) {
      return json.readTree(form);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
