package org.censusflow.system;

import static org.awaitility.Awaitility.await;
import static org.censusflow.base.process.governance.PolicyQuestionProcess.*;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.censusflow.system.Rest.Answer;

/**
 * Ids of things of the other district, by the kind of object that a path names, and others of the
 * same look that nothing has.
 */
record ForeignIds(Map<String, String> byKind) {

  /** What all districts share, or everybody is told alike: an id tells nothing there. */
  private static final List<String> SHARED =
      List.of(
          "process-definition",
          "decision-definition",
          "decision-requirements-definition",
          "deployment",
          "job-definition",
          "filter",
          "user",
          "group");

  /** Lets the other district ask a question, so that it has an instance, a task and a variable. */
  static ForeignIds of(SystemTest system) {
    Map<String, Object> question =
        Map.of(
            "variables",
            Map.of(
                "subject", Map.of("value", "住校教师的登记地点"),
                "topic", Map.of("value", "students"),
                "urgency", Map.of("value", "normal"),
                "question", Map.of("value", "住校教师在哪里登记？")));
    system
        .as("xs-office-1")
        .post("/engine-rest/process-definition/key/PolicyQuestion/start", question);
    await().until(() -> system.tasks(ROUTE_QUESTION).tenantIdIn("xiangshan").count() >= 1);
    Task task = system.tasks(ROUTE_QUESTION).tenantIdIn("xiangshan").listPage(0, 1).get(0);
    ProcessInstance instance =
        system
            .engine()
            .getRuntimeService()
            .createProcessInstanceQuery()
            .processInstanceId(task.getProcessInstanceId())
            .singleResult();
    String variable =
        system
            .engine()
            .getRuntimeService()
            .createVariableInstanceQuery()
            .processInstanceIdIn(instance.getId())
            .variableName("subject")
            .singleResult()
            .getId();
    return new ForeignIds(
        Map.of(
            "task", task.getId(),
            "process-instance", instance.getId(),
            "history/process-instance", instance.getId(),
            "variable-instance", variable));
  }

  void compare(Rest rest, String user, String operation, List<String> wrong) {
    String[] parts = operation.split(" ", 2);
    String kind = parts[1].substring(1, parts[1].indexOf("/{"));
    String foreign = byKind.getOrDefault(kind, UUID.randomUUID().toString());
    Answer theirs = send(rest, parts, foreign);
    Answer nothing = send(rest, parts, UUID.randomUUID().toString());
    boolean alike =
        SHARED.stream().anyMatch(kind::startsWith)
            || theirs.status() == nothing.status()
                && theirs.body().replace(foreign, "").length()
                    == nothing.body().replaceAll("[0-9a-f-]{36}", "").length();
    if (theirs.status() >= 500 || nothing.status() >= 500 || !alike) {
      wrong.add(user + ": " + operation + ": " + theirs + " but " + nothing);
    }
  }

  private static Answer send(Rest rest, String[] operation, String id) {
    String path =
        "/engine-rest" + operation[1].replaceFirst("\\{[^}]+}", id).replaceAll("\\{[^}]+}", "x");
    Map<String, Object> body =
        path.endsWith("/claim")
            ? Map.of("userId", "x")
            : Map.of("workerId", "w", "newDuration", 1000, "lockDuration", 1000);
    return operation[0].equals("GET") ? rest.get(path) : rest.sendJson(operation[0], path, body);
  }
}
