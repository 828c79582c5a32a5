package org.censusflow.base.form;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.censusflow.base.engine.TaskRefused;

/**
 * The variables that a form submits, with their types. Nothing else is taken from outside: rules,
 * gates and steps read variables, and believe them.
 */
public record FormContract(Map<String, FormType> inputs) {

  /** Of a task or start without a form, and of an embedded form that names nothing. */
  public static final FormContract NOTHING = new FormContract(Map.of());

  public FormContract {
    inputs = Map.copyOf(inputs);
  }

  /**
   * What a Camunda Form's enabled inputs submit; read-only and disabled ones show and submit
   * nothing.
   *
   * @throws IllegalStateException for an input of a type that is not known here
   */
  static FormContract of(JsonNode form) {
    Map<String, FormType> inputs = new HashMap<>();
    collect(form.path("components"), inputs);
    return new FormContract(inputs);
  }

  private static void collect(JsonNode components, Map<String, FormType> inputs) {
    for (JsonNode component : components) {
      if (component.hasNonNull("path")) {
        throw new IllegalStateException("CF-E157 A form has a group with a path");
      }
      if (component.hasNonNull("key")
          && !component.path("disabled").asBoolean()
          && !component.path("readonly").asBoolean()) {
        inputs.put(
            component.path("key").asText(), FormType.ofInput(component.path("type").asText()));
      }
      collect(component.path("components"), inputs);
    }
  }

  /**
   * What an embedded form submits, as its model says: {@code figuresDecision:String
   * figuresNote:String}. A type is {@code String}, {@code Number}, {@code Boolean} or {@code List}.
   *
   * @throws IllegalStateException when the text is not of this form
   */
  static FormContract of(String submits) {
    Map<String, FormType> inputs = new HashMap<>();
    for (String input : submits.strip().split("\\s+")) {
      int colon = input.indexOf(':');
      if (colon < 1) {
        throw new IllegalStateException("CF-E157 A model's property submits reads " + submits);
      }
      inputs.put(input.substring(0, colon), FormType.named(input.substring(colon + 1)));
    }
    return new FormContract(inputs);
  }

  /**
   * @param submitted values by name, as the engine takes them; null for none
   * @throws TaskRefused naming what the form does not submit, or not with this type
   */
  public void check(Map<String, ?> submitted) {
    if (submitted == null) {
      return;
    }
    // A copy of typed values would ask them for what they hold, which an object must never be
    // asked.
    VariableMap typed =
        submitted instanceof VariableMap already
            ? already
            : Variables.fromMap(new HashMap<String, Object>(submitted));
    for (String name : typed.keySet()) {
      FormType type = inputs.get(name);
      if (type == null) {
        throw new TaskRefused("CF-E151 表单里没有“" + name + "”这一项，不能提交。请刷新页面后按表单填写。");
      }
      // A transient value would be gone when what was decided is carried out.
      if (typed.getValueTyped(name).isTransient() || !type.accepts(typed.getValueTyped(name))) {
        throw new TaskRefused("CF-E152 “" + name + "”应为" + type.label() + "，不能提交。请刷新页面后按表单填写。");
      }
    }
  }
}
