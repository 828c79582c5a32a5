package org.censusflow.base.form;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import java.util.regex.Pattern;
import org.censusflow.base.access.FreeText;

/**
 * The fields of a Camunda Form with their rules (form-js 1.8: required, length, range, pattern,
 * fixed options). A field that the form hides by its condition, a FEEL expression over the task's
 * variables, is not asked for.
 */
record FormSchema(List<Field> fields) {

  static FormSchema of(JsonNode form) {
    List<Field> fields = new ArrayList<>();
    collect(form.path("components"), fields);
    return new FormSchema(List.copyOf(fields));
  }

  private static void collect(JsonNode components, List<Field> fields) {
    for (JsonNode component : components) {
      if (component.hasNonNull("key")
          && !component.path("disabled").asBoolean()
          && !component.path("readonly").asBoolean()) {
        fields.add(Field.of(component));
      }
      if (component.path("path").asText("").isEmpty()) {
        collect(component.path("components"), fields);
      }
    }
  }

  List<String> faults(Map<String, Object> values, BiPredicate<String, Map<String, Object>> holds) {
    List<String> faults = new ArrayList<>();
    for (Field field : fields) {
      if (field.hideWhen.isEmpty() || !holds.test(field.hideWhen, values)) {
        field.check(values.get(field.key), faults);
      }
    }
    // What is hidden may have been submitted all the same.
    fields.forEach(field -> field.checkText(values.get(field.key), faults));
    return faults;
  }

  /**
   * @param text whether staff write it in their own words; a field of codes says so by its custom
   *     property {@code content}
   */
  record Field(
      String key,
      String label,
      JsonNode rules,
      Set<String> options,
      String hideWhen,
      boolean text) {

    private static final Set<String> TEXTS = Set.of("textfield", "textarea");

    static Field of(JsonNode component) {
      Set<String> options = new TreeSet<>();
      component.path("values").forEach(value -> options.add(value.path("value").asText()));
      return new Field(
          component.path("key").asText(),
          component.path("label").asText(component.path("key").asText()),
          component.path("validate"),
          options,
          component.path("conditional").path("hide").asText(""),
          TEXTS.contains(component.path("type").asText())
              && !component.path("properties").path("content").asText().equals("codes"));
    }

    void checkText(Object value, List<String> faults) {
      if (text && value != null) {
        FreeText.fault(label, value.toString()).ifPresent(faults::add);
      }
    }

    void check(Object value, List<String> faults) {
      boolean empty = value == null || value.toString().isBlank();
      if (empty || Boolean.FALSE.equals(value)) {
        if (rules.path("required").asBoolean()) {
          faults.add("“" + label + "”必须填写");
        }
        if (empty) {
          return;
        }
      }
      String text = value.toString();
      int length = text.codePointCount(0, text.length());
      if (rules.has("maxLength") && length > rules.path("maxLength").asInt(Integer.MAX_VALUE)) {
        faults.add("“" + label + "”最多 " + rules.path("maxLength").asInt() + " 字");
      }
      if (rules.has("minLength") && length < rules.path("minLength").asInt()) {
        faults.add("“" + label + "”至少 " + rules.path("minLength").asInt() + " 字");
      }
      if (rules.hasNonNull("pattern") && !Pattern.matches(rules.path("pattern").asText(), text)) {
        faults.add("“" + label + "”格式不符");
      }
      if (value instanceof Number && rules.has("min") && below(text, rules.path("min"))) {
        faults.add("“" + label + "”不得小于 " + rules.path("min").asText());
      }
      if (value instanceof Number && rules.has("max") && below(rules.path("max").asText(), text)) {
        faults.add("“" + label + "”不得大于 " + rules.path("max").asText());
      }
      if (!options.isEmpty() && value instanceof String && !options.contains(text)) {
        faults.add("“" + label + "”只能从所列选项中选择");
      }
    }

    private static boolean below(String value, JsonNode limit) {
      return below(value, limit.asText());
    }

    private static boolean below(String value, String limit) {
      return new BigDecimal(value).compareTo(new BigDecimal(limit)) < 0;
    }
  }
}
