package org.censusflow.system;

import static org.censusflow.base.process.crosscheck.AreaRecheckProcess.*;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.task.Task;
import org.censusflow.base.process.crosscheck.AreaRecheckProcess;
import org.censusflow.system.Rest.Answer;

/** Ids of things that are there, by the kind of object that a path names. */
record OwnIds(Map<String, String> byKind) {

  private static final String COMMAND_REFUSED = "CF-E141";

  static OwnIds of(SystemTest system) {
    ProcessEngine engine = system.engine();
    Task task = system.tasks(VERIFY_BY_ENUMERATOR).listPage(0, 1).get(0);
    String definition = task.getProcessDefinitionId();
    String decision =
        engine.getRepositoryService().createDecisionDefinitionQuery().listPage(0, 1).get(0).getId();
    String deployment =
        engine.getRepositoryService().createDeploymentQuery().listPage(0, 1).get(0).getId();
    Map<String, String> ids = new HashMap<>();
    ids.put("task", task.getId());
    ids.put("process-instance", task.getProcessInstanceId());
    ids.put("history/process-instance", task.getProcessInstanceId());
    ids.put("process-definition", definition);
    ids.put("process-definition/key", AreaRecheckProcess.KEY);
    ids.put("decision-definition", decision);
    ids.put("deployment", deployment);
    ids.put("user", "hc-lead");
    ids.put("group", "haicang-health");
    ids.put("tenant", "haicang");
    ids.put("filter", engine.getFilterService().createFilterQuery().listPage(0, 1).get(0).getId());
    ids.put("job", engine.getManagementService().createJobQuery().listPage(0, 1).get(0).getId());
    ids.put(
        "job-definition",
        engine.getManagementService().createJobDefinitionQuery().listPage(0, 1).get(0).getId());
    ids.put(
        "variable-instance",
        engine
            .getRuntimeService()
            .createVariableInstanceQuery()
            .processInstanceIdIn(task.getProcessInstanceId())
            .listPage(0, 1)
            .get(0)
            .getId());
    return new OwnIds(ids);
  }

  void read(Rest rest, String user, String operation, List<String> wrong) {
    String path = operation.substring("GET ".length());
    if (path.contains("{")) {
      String kind = path.substring(1, path.indexOf("/{"));
      path = path.replaceFirst("\\{[^}]+}", byKind.getOrDefault(kind, "none"));
      path = path.replaceAll("\\{[^}]+}", "block");
    }
    Answer answer = rest.get("/engine-rest" + path);
    if (answer.status() >= 500 || answer.body().contains(COMMAND_REFUSED)) {
      wrong.add(user + ": " + operation + ": " + answer);
    }
  }
}
