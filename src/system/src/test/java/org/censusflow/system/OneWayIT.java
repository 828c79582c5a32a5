package org.censusflow.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.censusflow.base.process.crosscheck.CrossCheckProcess;
import org.censusflow.crosscheck.request.RecordRequest;
import org.censusflow.crosscheck.request.RequestLedger;
import org.censusflow.sample.SampleFiles;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.test.context.TestPropertySource;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Everything that a department gets to see in a whole cross-check, by REST and in Tasklist, again
 * and again while it runs: nobody of the census is in it, by name, number or address (Regulation on
 * the population census art. 33).
 */
@TestPropertySource(properties = "censusflow.autopilot=true")
class OneWayIT extends SystemTest {

  private static final List<String> DEPARTMENTS =
      List.of("hc-public-security", "hc-health", "hc-education", "hc-tax");

  private static final List<String> COLLECTIONS =
      List.of(
          "task",
          "process-instance",
          "execution",
          "variable-instance",
          "external-task",
          "job",
          "incident",
          "event-subscription",
          "filter",
          "user",
          "group",
          "tenant",
          "authorization",
          "process-definition",
          "decision-definition",
          "deployment",
          "message",
          "history/process-instance",
          "history/activity-instance",
          "history/task",
          "history/variable-instance",
          "history/detail",
          "history/decision-instance",
          "history/user-operation",
          "history/identity-link-log",
          "history/external-task-log",
          "history/job-log",
          "history/incident",
          "history/batch",
          "metrics");

  private static final List<String> OF_TASK =
      List.of(
          "",
          "/variables",
          "/form",
          "/form-variables",
          "/comment",
          "/attachment",
          "/identity-links",
          "/localVariables",
          "/deployed-form");

  private static final List<String> OF_INSTANCE =
      List.of("", "/variables", "/activity-instances", "/comment");

  @Autowired private SampleFiles files;
  @Autowired private RequestLedger ledger;

  @Autowired
  @Qualifier("requestMappingHandlerMapping")
  private RequestMappingHandlerMapping mappings;

  /** Who is found where: path → what of the census stands in the answer. */
  private final Map<String, Set<String>> found = new TreeMap<>();

  private final Map<String, Integer> answered = new HashMap<>();
  private People people;
  private Set<String> addresses;
  private long bytes;

  @Test
  void nobodyOfTheCensusComesOutToADepartment() throws IOException {
    people = People.of(List.of(files.census()));
    addresses = addresses(files.census());
    int rounds = 0;
    for (boolean over = false; !over; rounds++) {
      over = finished();
      for (String department : DEPARTMENTS) {
        look(department);
      }
    }
    assertThat(rounds).isGreaterThan(1);
    assertThat(found).isEmpty();
    // The search would have found them: it looked at real answers, and knows whom it looks for.
    assertThat(people.numbers()).hasSizeGreaterThan(1_000);
    assertThat(people.in("住户" + people.numbers().iterator().next())).isNotEmpty();
    assertThat(bytes).isGreaterThan(100_000);
    assertThat(answered.keySet())
        .anyMatch(path -> path.startsWith("/api/deliveries/"))
        .anyMatch(path -> path.startsWith("/api/record-requests"))
        .anyMatch(path -> path.contains("/figures"))
        .anyMatch(path -> path.startsWith("/engine-rest/task"));
  }

  private boolean finished() {
    return engine()
            .getHistoryService()
            .createHistoricProcessInstanceQuery()
            .processDefinitionKey(CrossCheckProcess.KEY)
            .completed()
            .count()
        > 0;
  }

  private void look(String department) {
    Rest rest = as(department);
    for (String collection : COLLECTIONS) {
      JsonNode list = read(rest, "/engine-rest/" + collection);
      follow(rest, collection, list);
    }
    ownPaths(department).forEach(path -> read(rest, path));
    Rest tasklist = session(department);
    for (JsonNode task : read(tasklist, "/camunda/api/engine/engine/default/task")) {
      for (String part : OF_TASK) {
        read(
            tasklist, "/camunda/api/engine/engine/default/task/" + task.path("id").asText() + part);
      }
    }
    for (JsonNode filter : read(tasklist, "/camunda/api/engine/engine/default/filter")) {
      read(
          tasklist,
          "/camunda/api/engine/engine/default/filter/" + filter.path("id").asText() + "/list");
    }
    ownPaths(department).forEach(path -> read(tasklist, path));
  }

  private final Map<String, Rest> sessions = new HashMap<>();

  private Rest session(String user) {
    return sessions.computeIfAbsent(
        user,
        account -> {
          WebappSession session = WebappSession.login(address(), account, "Census-2020");
          return nobody()
              .with("Cookie", session.cookies())
              .with("X-XSRF-TOKEN", session.token())
              .with("Accept", "application/json, text/html, */*");
        });
  }

  private void follow(Rest rest, String collection, JsonNode list) {
    int followed = 0;
    for (JsonNode entry : list) {
      String id = entry.path("id").asText();
      if (id.isEmpty() || followed++ > 30) {
        continue;
      }
      List<String> parts =
          collection.equals("task")
              ? OF_TASK
              : collection.equals("process-instance") ? OF_INSTANCE : List.of("");
      parts.forEach(part -> read(rest, "/engine-rest/" + collection + "/" + id + part));
    }
  }

  /** Every path of the program's own API that is read, with every key that there is. */
  private List<String> ownPaths(String department) {
    Map<String, List<String>> keys =
        Map.of(
            "requestId", ledger.ofCensus(CENSUS).stream().map(RecordRequest::id).toList(),
            "id",
                jdbc()
                    .sql("select cast(id as varchar(20)) from delivery")
                    .query(String.class)
                    .list(),
            "censusId", List.of(CENSUS),
            "taskId",
                engine().getTaskService().createTaskQuery().listPage(0, 5).stream()
                    .map(task -> task.getId())
                    .toList(),
            "number", List.of("1"));
    Deque<String> open = new ArrayDeque<>();
    mappings
        .getHandlerMethods()
        .forEach(
            (mapping, method) -> {
              boolean own = method.getBeanType().getName().startsWith("org.censusflow.");
              if (own && mapping.getMethodsCondition().getMethods().contains(RequestMethod.GET)) {
                open.addAll(mapping.getPatternValues());
              }
            });
    List<String> paths = new ArrayList<>();
    while (!open.isEmpty()) {
      String path = open.pop();
      int from = path.indexOf('{');
      if (from < 0) {
        String query = "?district=haicang&censusId=" + CENSUS + "&unit=";
        paths.add(path + query + department.substring(3));
        continue;
      }
      String name = path.substring(from + 1, path.indexOf('}', from));
      for (String key : keys.getOrDefault(name, List.of("1"))) {
        open.push(path.substring(0, from) + key + path.substring(path.indexOf('}', from) + 1));
      }
    }
    return paths;
  }

  /** Reads a path and searches the answer, whatever its status is. */
  private JsonNode read(Rest rest, String path) {
    Rest.Answer answer = rest.get(path);
    bytes += answer.body().length();
    Set<String> persons = new HashSet<>(people.in(answer.body()));
    addresses.stream().filter(answer.body()::contains).forEach(persons::add);
    if (!persons.isEmpty()) {
      found.merge(
          path,
          persons,
          (a, b) -> {
            a.addAll(b);
            return a;
          });
    }
    boolean ok = answer.status() == 200;
    if (ok) {
      answered.merge(path, 1, Integer::sum);
    }
    boolean json = ok && (answer.body().startsWith("[") || answer.body().startsWith("{"));
    return json ? answer.json() : com.fasterxml.jackson.databind.node.MissingNode.getInstance();
  }

  /** Whole addresses of households; a street alone stands in models and forms as well. */
  private static Set<String> addresses(Path census) throws IOException {
    try (CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(census)) {
      return csv.stream()
          .map(row -> row.getField("address"))
          .filter(address -> address.length() > 6)
          .collect(Collectors.toSet());
    }
  }
}
