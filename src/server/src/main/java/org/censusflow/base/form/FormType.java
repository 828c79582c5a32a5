package org.censusflow.base.form;

import java.util.Map;
import org.camunda.bpm.engine.variable.value.SerializableValue;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.camunda.spin.Spin;
import org.camunda.spin.SpinRuntimeException;
import org.camunda.spin.json.SpinJsonNode;

/**
 * What an input of a form submits. Objects, bytes, files and XML are none of them: no form has
 * them, and the engine would build whatever class an object names.
 */
public enum FormType {
  STRING("文字"),
  NUMBER("数字"),
  BOOLEAN("是或否"),
  LIST("所选各项");

  /** The types as a model's property {@code submits} names them. */
  private static final Map<String, FormType> NAMES =
      Map.of("String", STRING, "Number", NUMBER, "Boolean", BOOLEAN, "List", LIST);

  private final String label;

  FormType(String label) {
    this.label = label;
  }

  /** As staff are told. */
  String label() {
    return label;
  }

  /**
   * The type of a Camunda Form's input.
   *
   * @throws IllegalStateException for an input that no form of this program may have
   */
  static FormType ofInput(String component) {
    return switch (component) {
      case "textfield", "textarea", "select", "radio", "datetime" -> STRING;
      case "number" -> NUMBER;
      case "checkbox" -> BOOLEAN;
      case "taglist", "checklist" -> LIST;
      default -> throw new IllegalStateException("CF-E157 A form has an input " + component);
    };
  }

  /**
   * @throws IllegalStateException when no type has this name
   */
  static FormType named(String name) {
    FormType type = NAMES.get(name);
    if (type == null) {
      throw new IllegalStateException("CF-E157 A model names a type " + name);
    }
    return type;
  }

  /** Whether a form's input may have submitted this; an empty one submits nothing. */
  public boolean accepts(TypedValue value) {
    if (value instanceof SerializableValue serialized) {
      return this == LIST && "json".equals(value.getType().getName()) && isList(serialized);
    }
    Object plain = value.getValue();
    return plain == null
        || switch (this) {
          case STRING -> plain instanceof String;
          case NUMBER -> isNumber(plain);
          case BOOLEAN -> plain instanceof Boolean;
          case LIST -> plain instanceof SpinJsonNode node && isList(node);
        };
  }

  private static boolean isNumber(Object plain) {
    return plain instanceof Integer
        || plain instanceof Long
        || plain instanceof Short
        || plain instanceof Double number && Double.isFinite(number);
  }

  /** Read from its text, which builds nothing but JSON. */
  private static boolean isList(SerializableValue json) {
    try {
      return json.getValueSerialized() == null
          ? json.isDeserialized() && json.getValue() instanceof SpinJsonNode node && isList(node)
          : isList(Spin.JSON(json.getValueSerialized()));
    } catch (SpinRuntimeException e) {
      return false;
    }
  }

  private static boolean isList(SpinJsonNode json) {
    return json.isArray() && json.elements().stream().allMatch(SpinJsonNode::isString);
  }
}
