package org.censusflow.base.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.runtime.ProcessInstanceModificationBuilder;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperty;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.censusflow.CensusFlow;
import org.censusflow.SignedIn;
import org.censusflow.base.access.PublishedAccount;
import org.censusflow.base.engine.TaskRefused;
import org.censusflow.sample.SampleAccounts;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The whole program on H2: every user task of every model is reached in the deployed model itself,
 * and whoever should not be able to do something with it tries.
 */
@SpringBootTest(
    classes = CensusFlow.class,
    properties = {
      "spring.datasource.url=jdbc:h2:mem:contract;DB_CLOSE_DELAY=-1",
      "camunda.bpm.job-execution.enabled=false",
      "censusflow.sample.enabled=false"
    })
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TaskContractTests {

  /** Sees no task of the other district. */
  private static final String FOREIGN_DISTRICT = "xs-lead";

  private static final Map<String, Object> FOREIGN = Map.of("gateHolds", true);

  /** What groups and due dates of the models ask for; steps and mappings before are left out. */
  private static final Map<String, Object> SCENE = scene();

  @Autowired private RuntimeService runtime;
  @Autowired private TaskService tasks;
  @Autowired private ManagementService management;
  @Autowired private FormService forms;
  @Autowired private RepositoryService repository;
  @Autowired private IdentityService identities;
  @Autowired private SampleAccounts accounts;
  @Autowired private ProcessEngineConfigurationImpl engine;
  @Autowired private TaskDoers doers;
  @Autowired private JdbcClient jdbc;

  /** The place that the key of every instance here names, for models that ask where they are. */
  @BeforeAll
  void aBlockOfACensus() {
    jdbc.sql(
            "insert into census (id, district, reference_time) values ('haicang-2020', 'haicang', current_timestamp)")
        .update();
    jdbc.sql(
            "insert into block (census_id, code, subdistrict, community_code, community_name, address_prefix)"
                + " values ('haicang-2020', 'c', 'songyu', '350205002001', '样例社区', '样例路')")
        .update();
  }

  /** A user task of a deployed model. */
  record Place(String process, String task) {

    @Override
    public String toString() {
      return process + " " + task;
    }
  }

  /** A checker's task and the task whose doer may not do it. */
  record Pair(Place checker, String maker) {

    @Override
    public String toString() {
      return checker + " not by " + maker;
    }
  }

  Stream<Place> everyTask() {
    return models()
        .flatMap(definition -> userTasks(definition).map(task -> place(definition, task)));
  }

  Stream<Pair> everyPair() {
    return models()
        .flatMap(
            definition ->
                userTasks(definition)
                    .flatMap(
                        task ->
                            notBy(task).map(maker -> new Pair(place(definition, task), maker))));
  }

  private Stream<ProcessDefinition> models() {
    return repository.createProcessDefinitionQuery().latestVersion().list().stream();
  }

  private Stream<UserTask> userTasks(ProcessDefinition definition) {
    return repository
        .getBpmnModelInstance(definition.getId())
        .getModelElementsByType(UserTask.class)
        .stream();
  }

  private static Place place(ProcessDefinition definition, UserTask task) {
    return new Place(definition.getKey(), task.getId());
  }

  private static Stream<String> notBy(UserTask task) {
    return task.getExtensionElements().getElementsQuery().list().stream()
        .flatMap(element -> element.getChildElementsByType(CamundaProperty.class).stream())
        .filter(property -> "notBy".equals(property.getCamundaName()))
        .flatMap(property -> Stream.of(property.getCamundaValue().split(" ")));
  }

  @AfterEach
  void clearTheScene() {
    identities.clearAuthentication();
    runtime
        .createProcessInstanceQuery()
        .rootProcessInstances()
        .list()
        .forEach(
            instance -> runtime.deleteProcessInstance(instance.getId(), "end", true, true, true));
  }

  @ParameterizedTest
  @MethodSource("everyTask")
  void theContractHoldsForEveryTask(Place place) {
    Task task = reach(place);
    nobodyWorksOnATaskThatTheyHaveNotClaimed(task, candidates(task).get(0));
    nothingIsTakenThatTheFormDoesNotSubmit(task, candidates(task).get(0));
    nobodyChangesATaskFromOutside(task, candidates(task));
  }

  private void nobodyWorksOnATaskThatTheyHaveNotClaimed(Task task, String candidate) {
    for (ThrowingCallable work : work(task, Map.of())) {
      as(candidate, () -> refused(work, "CF-E130"));
      as(FOREIGN_DISTRICT, () -> refused(work, "CF-E150"));
      assertThatThrownBy(() -> tasks.complete(task.getId()))
          .as("the program itself")
          .hasMessageContaining("CF-E130");
    }
    does(candidate, () -> tasks.claim(task.getId(), candidate));
    for (ThrowingCallable work : work(task, Map.of())) {
      as(FOREIGN_DISTRICT, () -> refused(work, "CF-E150"));
      as("hc-lead", () -> candidate.equals("hc-lead") || refused(work, "CF-E130"));
    }
    as("hc-lead", () -> candidate.equals("hc-lead") || refused(() -> trusted(task), "CF-E130"));
  }

  /** As a module completes a task on its own behalf while it answers somebody. */
  private void trusted(Task task) {
    engine
        .getCommandExecutorTxRequired()
        .execute(
            context ->
                context.runWithoutAuthorization(
                    () -> {
                      tasks.complete(task.getId());
                      return null;
                    }));
  }

  private void nothingIsTakenThatTheFormDoesNotSubmit(Task task, String candidate) {
    as(
        candidate,
        () -> {
          tasks.claim(task.getId(), candidate);
          for (ThrowingCallable work : work(task, FOREIGN)) {
            refused(work, "CF-E151");
          }
          Map<String, Object> object =
              Map.of(
                  "x",
                  Variables.serializedObjectValue("{}")
                      .objectTypeName("java.util.Date")
                      .serializationDataFormat("application/json")
                      .create());
          for (ThrowingCallable work : work(task, object)) {
            refused(work, "CF-E151");
          }
          refused(() -> tasks.setVariableLocal(task.getId(), "block", "1"), "CF-E151");
          refused(() -> tasks.removeVariable(task.getId(), "district"), "CF-E153");
          return true;
        });
  }

  private void nobodyChangesATaskFromOutside(Task task, List<String> candidates) {
    String id = task.getId();
    String candidate = candidates.get(0);
    as(
        "hc-culture-tourism",
        () ->
            candidates.contains("hc-culture-tourism")
                || refused(() -> tasks.claim(id, "hc-culture-tourism"), "CF-E150"));
    as(
        candidate,
        () -> {
          refused(() -> tasks.setAssignee(id, "hc-health-2"), "CF-E153");
          tasks.claim(id, candidate);
          tasks.claim(id, null);
          return true;
        });
    does(candidate, () -> tasks.claim(id, candidate));
    for (String user : List.of(candidate, "hc-lead", "admin")) {
      as(
          user,
          () -> {
            refused(() -> tasks.addCandidateGroup(id, "haicang-education"), "CF-E15");
            refused(() -> tasks.deleteCandidateGroup(id, "haicang-census-office"), "CF-E15");
            refused(() -> tasks.delegateTask(id, user), "CF-E15");
            refused(() -> tasks.setOwner(id, user), "CF-E15");
            refused(() -> tasks.setPriority(id, 1), "CF-E15");
            refused(() -> tasks.setName(id, "x"), "CF-E15");
            refused(() -> tasks.setDueDate(id, null), "CF-E15");
            refused(() -> tasks.handleBpmnError(id, "x"), "CF-E15");
            refused(() -> tasks.handleEscalation(id, "x"), "CF-E15");
            refused(() -> tasks.deleteTask(id), "CF-E15");
            refused(() -> tasks.createAttachment("x", id, null, "x", "x", "http://x"), "CF-E15");
            refused(() -> tasks.saveTask(tasks.newTask()), "CF-E15");
            return true;
          });
    }
    as(
        "hc-lead",
        () -> candidate.equals("hc-lead") || refused(() -> tasks.claim(id, null), "CF-E153"));
  }

  @ParameterizedTest
  @MethodSource("everyPair")
  void whoeverMadeItDoesNotCheckIt(Pair pair) {
    String instance = start(pair.checker().process(), List.of(pair.maker(), pair.checker().task()));
    Task made = one(instance, pair.maker());
    Task checked = one(instance, pair.checker().task());
    List<String> candidates = candidates(checked);
    done(made, candidates.get(0));
    does(candidates.get(0), () -> tasks.claim(checked.getId(), candidates.get(0)));
    assertThat(refusal(candidates.get(0), checked)).contains("CF-E131");
    does(candidates.get(0), () -> tasks.claim(checked.getId(), null));
    if (candidates.size() > 1) {
      does(candidates.get(1), () -> tasks.claim(checked.getId(), candidates.get(1)));
      assertThat(refusal(candidates.get(1), checked)).doesNotContain("CF-E131");
    }
  }

  /** One sub-process for each block, for example: the pair is one of people and of a block. */
  @Test
  void whoeverMadeItInAnotherPieceOfWorkMayCheckThisOne() {
    Pair pair = pairsInsideASubProcess().findFirst().orElseThrow();
    String instance = start(pair.checker().process(), List.of(pair.checker().task()));
    Task checked = one(instance, pair.checker().task());
    runtime
        .createProcessInstanceModification(instance)
        .startBeforeActivity(pair.maker(), runtime.getActivityInstance(instance).getId())
        .execute(true, true);
    runWaiting(instance, List.of(pair.maker()));
    String user = candidates(checked).get(0);
    done(one(instance, pair.maker()), user);
    does(user, () -> tasks.claim(checked.getId(), user));
    assertThat(refusal(user, checked)).doesNotContain("CF-E131");
  }

  private Stream<Pair> pairsInsideASubProcess() {
    return models()
        .flatMap(
            definition ->
                userTasks(definition)
                    .filter(task -> task.getParentElement() instanceof SubProcess)
                    .flatMap(
                        task ->
                            notBy(task)
                                .filter(maker -> stands(maker, task.getParentElement()))
                                .map(maker -> new Pair(place(definition, task), maker))));
  }

  private static boolean stands(String task, ModelElementInstance inside) {
    return inside.getChildElementsByType(UserTask.class).stream()
        .anyMatch(it -> it.getId().equals(task));
  }

  private void done(Task task, String user) {
    engine
        .getCommandExecutorTxRequired()
        .execute(
            context -> {
              doers.record(context.getTaskManager().findTaskById(task.getId()), user);
              return null;
            });
  }

  /** What completing without any input is refused with; empty when it is not. */
  private String refusal(String user, Task task) {
    return as(
        user,
        () -> {
          try {
            tasks.complete(task.getId());
            return "";
          } catch (RuntimeException refused) {
            return String.valueOf(refused.getMessage());
          }
        });
  }

  private List<ThrowingCallable> work(Task task, Map<String, Object> values) {
    String id = task.getId();
    List<ThrowingCallable> work =
        new ArrayList<>(
            List.of(
                () -> tasks.complete(id, new HashMap<>(values)),
                () -> tasks.resolveTask(id, new HashMap<>(values)),
                () -> forms.submitTaskForm(id, new HashMap<>(values))));
    work.add(() -> tasks.setVariables(id, values.isEmpty() ? Map.of("x", 1) : values));
    return work;
  }

  private static boolean refused(ThrowingCallable action, String number) {
    assertThatThrownBy(action)
        .isInstanceOfAny(TaskRefused.class, AuthorizationException.class)
        .hasMessageContaining(number);
    return true;
  }

  private Task reach(Place place) {
    return one(start(place.process(), List.of(place.task())), place.task());
  }

  private Task one(String instance, String key) {
    return tasks
        .createTaskQuery()
        .processInstanceId(instance)
        .taskDefinitionKey(key)
        .listPage(0, 1)
        .get(0);
  }

  /** Lets an instance of the deployed model stand at these tasks; its ordinary start waits. */
  private String start(String process, List<String> at) {
    String instance =
        runtime.startProcessInstanceByKey(process, "haicang-2020/questions/c", SCENE).getId();
    ProcessInstanceModificationBuilder jump = runtime.createProcessInstanceModification(instance);
    at.forEach(jump::startBeforeActivity);
    jump.execute(true, true);
    runWaiting(instance, at);
    return instance;
  }

  private void runWaiting(String instance, List<String> at) {
    at.forEach(
        task ->
            management
                .createJobQuery()
                .processInstanceId(instance)
                .activityId(task)
                .list()
                .forEach(waiting -> management.executeJob(waiting.getId())));
  }

  private static Map<String, Object> scene() {
    Map<String, Object> scene =
        new HashMap<>(
            Map.of(
                "district", "haicang",
                "censusId", "haicang-2020",
                "subdistrict", "songyu",
                "unit", "health",
                "level", "SUBDISTRICT",
                "block", "350205002001001",
                "inspectorGroup", "haicang-census-office",
                "verifierGroup", "haicang-census-office",
                "responsibleGroup", "haicang-health",
                "askerGroup", "haicang-health"));
    // One task is a step of its own, with the mappings before it.
    Stream.of("taskSubject", "gateReason", "acceptanceNote", "unitCode")
        .forEach(text -> scene.put(text, "350205002"));
    Stream.of(
            "dueOn",
            "dueAt",
            "checkDueAt",
            "countDueAt",
            "inspectionDueAt",
            "replyDueAt",
            "reminderAt",
            "holdReviewAt",
            "releaseAt")
        .forEach(date -> scene.put(date, new Date()));
    return scene;
  }

  private List<String> candidates(Task task) {
    Set<String> groups =
        tasks.getIdentityLinksForTask(task.getId()).stream()
            .map(IdentityLink::getGroupId)
            .filter(Objects::nonNull)
            .collect(java.util.stream.Collectors.toSet());
    return accounts.all().stream()
        .filter(account -> account.groups().stream().anyMatch(groups::contains))
        .map(PublishedAccount::user)
        .toList();
  }

  private void does(String user, Runnable action) {
    as(
        user,
        () -> {
          action.run();
          return true;
        });
  }

  private <T> T as(String user, Supplier<T> action) {
    return SignedIn.as(identities, user, action);
  }
}
