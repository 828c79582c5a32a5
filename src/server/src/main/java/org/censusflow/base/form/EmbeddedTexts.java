package org.censusflow.base.form;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.censusflow.base.form.FormSchema.Field;

/** The free texts that an embedded form submits as variables: its named text areas and inputs. */
final class EmbeddedTexts {

  private static final Pattern INPUT =
      Pattern.compile("<(?:textarea|input type=\"text\")[^>]*? name=\"(\\w+)\"");

  private EmbeddedTexts() {}

  static FormSchema of(String html) {
    List<Field> fields = new ArrayList<>();
    for (Matcher input = INPUT.matcher(html); input.find(); ) {
      String key = input.group(1);
      Matcher label = Pattern.compile("for=\"" + key + "\"[^>]*>([^<{]+)").matcher(html);
      fields.add(
          new Field(
              key,
              label.find() ? label.group(1).strip() : key,
              JsonNodeFactory.instance.objectNode(),
              Set.of(),
              "",
              true));
    }
    return new FormSchema(List.copyOf(fields));
  }
}
