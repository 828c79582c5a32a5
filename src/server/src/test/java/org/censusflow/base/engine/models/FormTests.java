package org.censusflow.base.engine.models;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The forms as far as Tasklist 7.24 (form-js 1.8.7) can show and submit them. */
class FormTests {

  /** Types that the bundled viewer renders; a single unknown one makes it refuse the whole form. */
  private static final Set<String> TYPES =
      Set.of(
          "text",
          "textfield",
          "textarea",
          "number",
          "checkbox",
          "radio",
          "select",
          "taglist",
          "datetime");

  private static final int LONGEST_VARIABLE = 4000;

  private static final Path SCRIPTS =
      Path.of(
          "src/server/src/main/resources/META-INF/resources/webjars/camunda/app/tasklist/scripts");

  static List<Path> forms() {
    return Models.files(Models.FORMS, ".form");
  }

  static List<Path> embeddedForms() {
    return Models.files(Models.FORMS, ".html");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("forms")
  void theFormIsNamedAfterItsFileAndNamesItsClauses(Path file) {
    JsonNode form = read(file);
    assertThat(file).hasFileName(form.path("id").asText() + ".form");
    assertThat(form.path("properties").path("clauses").asText()).isNotBlank();
    assertThat(form.path("executionPlatformVersion").asText()).isEqualTo("7.24.0");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("embeddedForms")
  void whatAnEmbeddedFormOnlyShowsIsNotSubmitted(Path file) {
    assertThat(Models.text(file))
        .as("window.censusflow.shown reads variables, and takes them out of what is submitted")
        .doesNotContain("fetchVariable");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("forms")
  void componentsAreOnesThatTasklistShows(Path file) {
    List<String> keys = new ArrayList<>();
    List<String> ids = new ArrayList<>();
    for (JsonNode component : read(file).path("components")) {
      assertThat(component.path("type").asText()).isIn(TYPES);
      ids.add(component.path("id").asText());
      if (component.has("key")) {
        keys.add(component.path("key").asText());
        String label = component.path("label").asText() + component.path("dateLabel").asText();
        assertThat(label).containsPattern("[\\u4e00-\\u9fff]").doesNotContainPattern("[A-Za-z]");
      }
      assertThat(component.path("defaultValue").asText()).doesNotStartWith("=");
    }
    assertThat(ids).doesNotHaveDuplicates();
    assertThat(keys).isNotEmpty().doesNotHaveDuplicates();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("forms")
  void choicesHaveOptionsAndTextsFitAVariable(Path file) {
    for (JsonNode component : read(file).path("components")) {
      String id = component.path("id").asText();
      switch (component.path("type").asText()) {
        case "radio", "select", "taglist" ->
            assertThat(
                    component.path("values").size() > 1
                        || component.has("valuesKey")
                        || component.has("valuesExpression"))
                .as(id)
                .isTrue();
        case "textfield", "textarea" ->
            assertThat(component.path("validate").path("maxLength").asInt())
                .as(id)
                .isBetween(1, LONGEST_VARIABLE);
        default -> {}
      }
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("forms")
  void aListThatBeginsEmptyIsAListBecauseTasklistSubmitsItAsTheTypeThatItHad(Path file) {
    for (JsonNode component : read(file).path("components")) {
      if (component.path("type").asText().equals("taglist")) {
        String nothing =
            "<camunda:inputParameter name=\"" + component.path("key").asText() + "\" />";
        assertThat(Models.bpmnFiles())
            .as(component.path("key").asText())
            .noneMatch(model -> Models.text(model).contains(nothing));
      }
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("forms")
  void theOfficerReadsWhatToDecideWhyAndByWhen(Path file) {
    String first = read(file).path("components").path(0).path("text").asText();
    assertThat(first).contains("请", "依据：").doesNotContain("H1.", "X3.");
    boolean started =
        name(file).startsWith("Start")
            || Set.of("AskPolicyQuestion", "CallMeeting", "PlanInspection", "ReportViolation")
                .contains(name(file));
    assertThat(first.contains("办理期限：{{substring(string(dueOn), 1, 10)}}")).isEqualTo(!started);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("forms")
  void aDecisionAsksForItsReason(Path file) {
    boolean decides = false;
    boolean asksReason = false;
    for (JsonNode component : read(file).path("components")) {
      String key = component.path("key").asText();
      decides |= key.equals("decision") || key.endsWith("Decision");
      asksReason |=
          key.endsWith("Reason") && component.path("validate").path("required").asBoolean();
    }
    assertThat(asksReason).isEqualTo(decides);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("embeddedForms")
  void embeddedFormsKeepRowsOutOfVariables(Path file) {
    String html = Models.text(file);
    assertThat(html)
        .contains("<!-- clauses: ", "<form ", "cam-script", "submitPrevented", "依据：")
        .doesNotContain("cam-variable-name", "ng-bind-html", "http://", "https://");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("embeddedForms")
  void embeddedFormsReachTheServerByTheScriptThatTasklistLoads(Path file) {
    assertThat(Models.text(SCRIPTS.resolve("config.js"))).contains("'scripts/api'");
    String script = Models.text(SCRIPTS.resolve("api.js"));
    String form = Models.text(file);
    assertThat(form)
        .as("nothing is asked before the task is claimed")
        .containsAnyOf("window.censusflow.work(", "window.censusflow.claimed(")
        .doesNotContain("fetch(");
    Pattern.compile("window\\.censusflow\\.(\\w+)")
        .matcher(form)
        .results()
        .map(used -> used.group(1))
        .forEach(used -> assertThat(script).contains("function " + used + "("));
  }

  @Test
  void everyFormIsUsed() {
    String models = Models.bpmnFiles().stream().map(Models::text).collect(Collectors.joining("\n"));
    for (Path file : forms()) {
      assertThat(models).contains("camunda:formRef=\"" + name(file) + "\"");
    }
    for (Path file : embeddedForms()) {
      assertThat(models).contains("embedded:deployment:" + Models.resourceName(file) + "\"");
    }
  }

  private static String name(Path file) {
    return file.getFileName().toString().replaceFirst("\\.form$", "");
  }

  private static JsonNode read(Path file) {
    try {
      return new ObjectMapper().readTree(Models.text(file));
    } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
      throw new AssertionError(file + " is no JSON", e);
    }
  }
}
