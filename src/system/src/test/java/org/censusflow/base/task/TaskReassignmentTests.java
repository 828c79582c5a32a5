package org.censusflow.base.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.censusflow.base.process.crosscheck.AreaRecheckProcess.*;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.history.UserOperationLogEntry;
import org.camunda.bpm.engine.task.Comment;
import org.camunda.bpm.engine.task.Task;
import org.censusflow.CensusFlow;
import org.censusflow.SignedIn;
import org.censusflow.base.access.Caller;
import org.censusflow.base.process.crosscheck.AreaRecheckProcess;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;

/**
 * The whole program on H2: a recheck of Songyu's enumerators, its notes, and who gives it to whom.
 */
@SpringBootTest(
    classes = CensusFlow.class,
    properties = {
      "spring.datasource.url=jdbc:h2:mem:contract;DB_CLOSE_DELAY=-1",
      "camunda.bpm.job-execution.enabled=false",
      "censusflow.sample.enabled=false"
    })
class TaskReassignmentTests {

  private static final String FIRST = "hc-songyu-enumerator-1";
  private static final String SECOND = "hc-songyu-enumerator-2";

  @Autowired private RuntimeService runtime;
  @Autowired private TaskService tasks;
  @Autowired private HistoryService history;
  @Autowired private IdentityService identities;
  @Autowired private TaskReassignments reassignments;
  @Autowired private TaskPeople people;
  @Autowired private JdbcClient jdbc;

  private String task;

  @BeforeEach
  void setTheScene() {
    Map<String, Object> recheck =
        Map.of(
            "district", "haicang",
            "censusId", "haicang-2020",
            "subdistrict", "songyu",
            "block", "350205002701001");
    String instance =
        runtime.startProcessInstanceByKey(AreaRecheckProcess.KEY, "c", recheck).getId();
    runtime
        .createProcessInstanceModification(instance)
        .startBeforeActivity(VERIFY_BY_ENUMERATOR)
        .execute(true, true);
    task = tasks.createTaskQuery().processInstanceId(instance).singleResult().getId();
  }

  @AfterEach
  void clearTheScene() {
    identities.clearAuthentication();
    runtime
        .createProcessInstanceQuery()
        .list()
        .forEach(instance -> runtime.deleteProcessInstance(instance.getId(), "end"));
    jdbc.sql("delete from task_reassignment").update();
  }

  @Test
  void aLeadGivesATaskToAnotherMemberOfItsGroupAndSaysWhy() {
    claim(FIRST);
    reassignments.reassign(caller("hc-lead"), task, SECOND, "一号普查员请病假");
    assertThat(task().getAssignee()).isEqualTo(SECOND);
    Map<String, Object> kept =
        jdbc.sql("select * from task_reassignment where task_id = ?")
            .param(task)
            .query()
            .singleRow();
    assertThat(kept)
        .containsEntry("taken_from", FIRST)
        .containsEntry("given_to", SECOND)
        .containsEntry("reason", "一号普查员请病假")
        .containsEntry("reassigned_by", "hc-lead");
    assertThat(
            jdbc.sql(
                    "select actor from audit_entry where action = 'task.reassign' and object_key = ?")
                .param(task)
                .query(String.class)
                .list())
        .containsExactly("hc-lead");
  }

  @Test
  void theRecordSaysToWhomByName() {
    reassignments.reassign(caller("hc-lead"), task, SECOND, "一号普查员请病假");
    assertThat(tasks.getTaskComments(task))
        .extracting(Comment::getFullMessage)
        .containsExactly("改派给嵩屿街道普查员乙（" + SECOND + "）：一号普查员请病假");
  }

  @Test
  void aSubdistrictsOfficeGivesBackWhatItsOwnEnumeratorClaimed() {
    claim(FIRST);
    reassignments.reassign(caller("hc-songyu-office"), task, null, "本人要求");
    assertThat(task().getAssignee()).isNull();
    claim(SECOND);
  }

  /** Without that it could not find what it may reassign. */
  @Test
  void aSubdistrictsOfficeSeesTheTasksOfItsOwnPeopleAndDoesNotDoThem() {
    assertThat(as("hc-songyu-office", this::seen)).containsExactly(task);
    for (String user : Set.of("hc-haicang-office", "hc-songyu-supervisor-1", "xs-lead")) {
      assertThat(as(user, this::seen)).as(user).isEmpty();
    }
    assertThatThrownBy(() -> claim("hc-songyu-office"))
        .isInstanceOf(AuthorizationException.class)
        .hasMessageContaining("CF-E155");
    claim(FIRST);
    assertThat(as("hc-songyu-office", this::seen)).containsExactly(task);
    assertThatThrownBy(
            () ->
                as(
                    "hc-songyu-office",
                    () -> {
                      tasks.complete(task);
                      return true;
                    }))
        .hasMessageContaining("CF-E130");
  }

  private List<String> seen() {
    return tasks.createTaskQuery().list().stream().map(Task::getId).toList();
  }

  @Test
  void nobodyElseReassignsAndATaskThatIsNotThereIsRefusedAlike() {
    for (String user : Set.of(FIRST, "hc-haicang-office", "hc-office-1", "xs-lead", "hc-health")) {
      assertThatThrownBy(() -> reassignments.reassign(caller(user), task, SECOND, "理由"))
          .as(user)
          .isInstanceOf(AccessDeniedException.class)
          .hasMessage(unknown(user));
      assertThat(reassignments.choices(caller(user), task).candidates()).as(user).isEmpty();
      assertThat(reassignments.choices(caller(user), "no-such-task").candidates()).isEmpty();
    }
    assertThat(task().getAssignee()).isNull();
  }

  private String unknown(String user) {
    try {
      reassignments.reassign(caller(user), "no-such-task", SECOND, "理由");
      return "";
    } catch (AccessDeniedException denied) {
      return denied.getMessage();
    }
  }

  @Test
  void aTaskStaysInItsGroupsAndAReasonIsGiven() {
    assertThat(reassignments.choices(caller("hc-lead"), task).candidates())
        .extracting(TaskReassignments.Candidate::user)
        .containsExactly(FIRST, SECOND);
    for (String stranger : Set.of("hc-health", "hc-haicang-enumerator-1", "nobody", "hc-lead")) {
      assertThatThrownBy(() -> reassignments.reassign(caller("hc-lead"), task, stranger, "理由"))
          .isInstanceOf(ReassignmentRefused.class)
          .hasMessageContaining("CF-E156");
    }
    assertThatThrownBy(() -> reassignments.reassign(caller("hc-lead"), task, SECOND, " "))
        .hasMessageContaining("CF-E156");
  }

  @Test
  void anAdministratorAssignsInsideTheGroupsOnly() {
    as("admin", () -> assign(SECOND));
    assertThat(task().getAssignee()).isEqualTo(SECOND);
    assertThatThrownBy(() -> as("admin", () -> assign("hc-health")))
        .isInstanceOf(AuthorizationException.class)
        .hasMessageContaining("CF-E155")
        .hasMessageContaining("由普查办负责人在这些单位、人员中改派");
    assertThatThrownBy(() -> as("admin", () -> assign("admin"))).hasMessageContaining("CF-E155");
    as("admin", () -> assign(null));
    assertThat(task().getAssignee()).isNull();
  }

  @Test
  void aColleaguesTaskIsNeitherTakenNorGivenBack() {
    claim(FIRST);
    for (String action : new String[] {SECOND, null}) {
      assertThatThrownBy(() -> as(SECOND, () -> assign(action)))
          .isInstanceOf(AuthorizationException.class)
          .hasMessageContaining("CF-E15");
      assertThatThrownBy(() -> as(SECOND, () -> claimFor(action)))
          .isInstanceOf(AuthorizationException.class)
          .hasMessageContaining("CF-E15");
    }
    assertThat(task().getAssignee()).isEqualTo(FIRST);
  }

  @Test
  void whoeverSeesATaskAddsANoteAndReadsItsRecord() {
    claim(FIRST);
    for (String user : Set.of(FIRST, SECOND, "hc-office-1", "hc-lead")) {
      Comment note =
          as(
              user,
              () -> {
                assertThat(history.createHistoricTaskInstanceQuery().taskId(task).count())
                    .isEqualTo(1);
                return tasks.createComment(task, null, "住户晚上在家");
              });
      assertThat(as(user, () -> tasks.getTaskComment(task, note.getId())).getUserId())
          .isEqualTo(user);
      assertThat(as(user, () -> history.createUserOperationLogQuery().taskId(task).list()))
          .extracting(UserOperationLogEntry::getOperationType)
          .contains("Claim");
    }
    assertThat(as(SECOND, () -> tasks.getTaskComments(task))).hasSize(4);
  }

  /** Staff know each other by name; accounts are not theirs to read. */
  @Test
  void whoeverSeesATaskLearnsTheNamesInItsRecord() {
    claim(FIRST);
    reassignments.reassign(caller("hc-lead"), task, SECOND, "一号普查员请病假");
    for (String user : Set.of(SECOND, "hc-songyu-office", "hc-lead")) {
      assertThat(as(user, () -> people.named(task)))
          .extracting(TaskPeople.Named::name)
          .containsExactlyInAnyOrder("嵩屿街道普查员", "普查办主任", "嵩屿街道普查员甲", "嵩屿街道普查员乙");
    }
    for (String user : Set.of("hc-haicang-office", "hc-health", "xs-lead")) {
      assertThatThrownBy(() -> as(user, () -> people.named(task)))
          .isInstanceOf(AccessDeniedException.class);
    }
  }

  @Test
  void nobodyElseReadsOrWritesANote() {
    Comment note = as(FIRST, () -> tasks.createComment(task, null, "住户晚上在家"));
    for (String user : Set.of("hc-haicang-enumerator-1", "hc-health", "xs-lead", "xs-office-1")) {
      assertThatThrownBy(() -> as(user, () -> tasks.createComment(task, null, "x")))
          .isInstanceOf(AuthorizationException.class)
          .hasMessageContaining("CF-E150");
      assertThatThrownBy(() -> as(user, () -> tasks.getTaskComment(task, note.getId())))
          .hasMessageContaining("CF-E150");
      assertThat(as(user, () -> history.createHistoricTaskInstanceQuery().taskId(task).count()))
          .isZero();
      assertThat(as(user, () -> history.createUserOperationLogQuery().taskId(task).count()))
          .isZero();
    }
    assertThatThrownBy(() -> as(FIRST, () -> tasks.createComment(task, "another-instance", "x")))
        .hasMessageContaining("CF-E150");
  }

  private void claim(String user) {
    as(
        user,
        () -> {
          tasks.claim(task, user);
          return true;
        });
  }

  private boolean assign(String user) {
    tasks.setAssignee(task, user);
    return true;
  }

  private boolean claimFor(String user) {
    tasks.claim(task, user);
    return true;
  }

  private Task task() {
    return tasks.createTaskQuery().taskId(task).singleResult();
  }

  private Caller caller(String user) {
    return new Caller(
        user,
        Set.copyOf(SignedIn.groups(identities, user)),
        Set.copyOf(SignedIn.tenants(identities, user)));
  }

  private <T> T as(String user, Supplier<T> action) {
    return SignedIn.as(identities, user, action);
  }
}
