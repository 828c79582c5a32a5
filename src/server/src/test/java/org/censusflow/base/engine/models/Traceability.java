package org.censusflow.base.engine.models;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.yaml.snakeyaml.Yaml;

/** Which clause of the notices is carried by what, as models, forms and district files say. */
final class Traceability {

  private static final Path DISTRICTS = Path.of("districts");
  private static final Path TESTS = Path.of("src");
  private static final Set<String> CLASSES = Set.copyOf(Models.names(Models.files(TESTS, ".java")));
  private static final Map<String, Set<String>> CALLERS = callers();
  private static final Path SOURCES = Path.of("src/server/src/main/java");
  private static final Pattern MARKED =
      Pattern.compile("@CarriesClauses\\(\\s*value = ([^)]*), shownBy = \"(\\w+)\"\\)");
  private static final Pattern QUOTED = Pattern.compile("\"([^\"]+)\"");
  private static final Pattern HTML_CLAUSES = Pattern.compile("<!-- clauses: ([^>]*) -->");

  /** What a clause is about, by its id, in the order of the notices. */
  final Map<String, String> clauses = new LinkedHashMap<>();

  /** The title of each notice, by its key. */
  final Map<String, String> notices = new LinkedHashMap<>();

  /** Everything that names a clause, as {@code clause → kind → what names it}. */
  private final Map<String, Map<Kind, Set<String>>> carriers = new TreeMap<>();

  /** What may name a clause; the page has a column for each. */
  enum Kind {
    ELEMENT,
    DECISION,
    FORM,
    DISTRICT,
    CODE,
    TEST
  }

  private Traceability() {}

  static Traceability read() {
    Traceability page = new Traceability();
    page.readClauses();
    Models.bpmnFiles().forEach(page::readModel);
    Models.dmnFiles().forEach(page::readDecision);
    Models.formFiles().forEach(page::readForm);
    districtFiles().forEach(page::readDistrict);
    Models.files(SOURCES, ".java").forEach(page::readCode);
    return page;
  }

  Set<String> of(String clause, Kind kind) {
    return carriers.getOrDefault(clause, Map.of()).getOrDefault(kind, Set.of());
  }

  /** Everything that names a clause which no notice has, as {@code who → clause}. */
  List<String> unknown() {
    List<String> faults = new ArrayList<>();
    carriers.forEach(
        (clause, kinds) -> {
          if (!clauses.containsKey(clause)) {
            kinds
                .values()
                .forEach(names -> names.forEach(name -> faults.add(name + " → " + clause)));
          }
        });
    return faults;
  }

  /** The clauses that no element of a process and no decision carries. */
  List<String> open() {
    return clauses.keySet().stream()
        .filter(clause -> of(clause, Kind.ELEMENT).isEmpty() && of(clause, Kind.DECISION).isEmpty())
        .toList();
  }

  private void readClauses() {
    for (Path file : Models.files(DISTRICTS.resolve("clauses"), ".yaml")) {
      Map<String, Object> notice = yaml(file);
      notices.put((String) notice.get("notice"), (String) notice.get("title"));
      for (Map<String, Object> clause : list(notice, "clauses")) {
        clauses.put((String) clause.get("id"), (String) clause.get("subject"));
      }
    }
  }

  private void readModel(Path file) {
    String process = file.getFileName().toString().replace(".bpmn", "");
    Set<String> tests = testsOf(process);
    for (BaseElement element : Models.elements(file, BaseElement.class)) {
      for (String clause : Models.clauses(element)) {
        if (element instanceof FlowElement node) {
          note(
              clause,
              Kind.ELEMENT,
              "`%s`: %s (`%s`)".formatted(process, node.getName(), node.getId()));
          tests.forEach(test -> note(clause, Kind.TEST, test));
        } else if (!(element instanceof Process)) {
          note(clause, Kind.ELEMENT, "`%s`: `%s`".formatted(process, element.getId()));
        } else if (!clauses.containsKey(clause)) {
          note(clause, Kind.ELEMENT, "`%s`".formatted(process));
        }
      }
    }
  }

  private void readDecision(Path file) {
    for (Decision decision :
        Dmn.readModelFromFile(file.toFile()).getModelElementsByType(Decision.class)) {
      Matcher property =
          Pattern.compile("name=\"clauses\" value=\"([^\"]*)\"").matcher(Models.text(file));
      while (property.find()) {
        for (String clause : property.group(1).split(" ")) {
          note(clause, Kind.DECISION, "`%s`: %s".formatted(decision.getId(), decision.getName()));
          note(clause, Kind.TEST, "`DecisionTests`");
        }
      }
    }
  }

  private void readForm(Path file) {
    String name = "`" + file.getFileName() + "`";
    for (String clause : clausesOf(file).split(" ")) {
      note(clause, Kind.FORM, name);
    }
  }

  private static String clausesOf(Path form) {
    String text = Models.text(form);
    if (form.toString().endsWith(".html")) {
      Matcher comment = HTML_CLAUSES.matcher(text);
      return comment.find() ? comment.group(1) : "";
    }
    try {
      return new ObjectMapper().readTree(text).path("properties").path("clauses").asText();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void readDistrict(Path file) {
    Map<String, Object> district = yaml(file);
    String id = (String) district.get("id");
    for (Map<String, Object> unit : list(district, "units")) {
      for (Map<String, Object> duty : list(unit, "duties")) {
        note((String) duty.get("clause"), Kind.DISTRICT, id + ": " + unit.get("name"));
      }
    }
    for (Map<String, Object> rule : list(district, "rules")) {
      note((String) rule.get("clause"), Kind.DISTRICT, id + ": rule");
    }
    for (Map<String, Object> supply : list(district, "supplies")) {
      for (Object clause : (List<?>) supply.getOrDefault("clauses", List.of())) {
        note((String) clause, Kind.DISTRICT, id + ": `" + supply.get("id") + "`");
      }
    }
  }

  /** Rules about data that no step carries, as the code marks them. */
  private void readCode(Path file) {
    Matcher marked = MARKED.matcher(Models.text(file).replaceAll("\\s+", " "));
    while (marked.find()) {
      Matcher clause = QUOTED.matcher(marked.group(1));
      while (clause.find()) {
        note(clause.group(1), Kind.CODE, "`" + file.getFileName().toString().replace(".java", "`"));
        note(clause.group(1), Kind.TEST, "`" + marked.group(2) + "`");
      }
    }
  }

  /** The tests that something names and that are not there. */
  Set<String> missingTests() {
    Set<String> missing = new TreeSet<>();
    carriers.values().stream()
        .flatMap(kinds -> kinds.getOrDefault(Kind.TEST, Set.of()).stream())
        .filter(test -> !CLASSES.contains(test.replace("`", "")))
        .forEach(missing::add);
    return missing;
  }

  private void note(String clause, Kind kind, String name) {
    carriers
        .computeIfAbsent(clause, key -> new TreeMap<>())
        .computeIfAbsent(kind, key -> new TreeSet<>())
        .add(name);
  }

  /** The test classes that are named after the process; of a part those of what calls it. */
  private static Set<String> testsOf(String process) {
    Set<String> tests = new TreeSet<>();
    for (String suffix : List.of("ModelTests", "Tests")) {
      if (CLASSES.contains(process + suffix)) {
        tests.add("`" + process + suffix + "`");
      }
    }
    if (tests.isEmpty()) {
      CALLERS.getOrDefault(process, Set.of()).forEach(caller -> tests.addAll(testsOf(caller)));
    }
    return tests;
  }

  /** Who calls a process. */
  private static Map<String, Set<String>> callers() {
    Map<String, Set<String>> callers = new TreeMap<>();
    for (Path file : Models.bpmnFiles()) {
      for (CallActivity call : Models.elements(file, CallActivity.class)) {
        callers
            .computeIfAbsent(call.getCalledElement(), key -> new TreeSet<>())
            .add(Models.names(List.of(file)).get(0));
      }
    }
    return callers;
  }

  private static List<Path> districtFiles() {
    try (Stream<Path> files = Files.list(DISTRICTS)) {
      return files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<String, Object> yaml(Path file) {
    return new Yaml().load(Models.text(file));
  }

  @SuppressWarnings("unchecked")
  private static List<Map<String, Object>> list(Map<String, Object> from, String key) {
    return (List<Map<String, Object>>) from.getOrDefault(key, List.of());
  }
}
