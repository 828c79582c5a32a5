package org.censusflow.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.censusflow.base.access.AuditTrail;
import org.censusflow.base.process.CensusProcess;
import org.censusflow.crosscheck.request.RecordRequest;
import org.censusflow.crosscheck.request.RequestLedger;
import org.censusflow.sample.SampleFiles;
import org.censusflow.system.Tables.Cell;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.test.context.TestPropertySource;

/**
 * After a whole cross-check nobody of the census and of the departments' registers is known outside
 * the few columns made for persons: not in the engine's variables, histories, decisions, tasks,
 * comments, errors and byte arrays, not in the audit trail, not in the log.
 */
@TestPropertySource(properties = "censusflow.autopilot=true")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@ExtendWith(OutputCaptureExtension.class)
class PersonalDataIT extends SystemTest {

  /** Where persons are meant to be; {@code difference.correction} holds what a household said. */
  private static final Set<String> MADE_FOR_PERSONS =
      Set.of(
          "person_version.name",
          "person_version.id_number",
          "register_row.name",
          "register_row.id_number",
          "register_row.related_name",
          "register_row.related_id",
          "difference.correction");

  @Autowired private SampleFiles files;
  @Autowired private RequestLedger ledger;
  @Autowired private AuditTrail audit;

  @BeforeEach
  void theCrossCheckIsSigned() {
    awaitSignature();
  }

  /** First, because output is captured for one test at a time, and this one waits for the run. */
  @Test
  @Order(1)
  void nobodyIsInTheLog(CapturedOutput output) throws IOException {
    assertThat(output.getAll()).contains("Provisioned 2 districts", "Compared");
    assertThat(people().in(output.getAll())).isEmpty();
  }

  @Test
  @Order(2)
  void thePeopleOfTheFilesAreWhereTheyBelong() throws IOException {
    assertThat(people().numbers()).hasSizeGreaterThan(1_000);
    assertThat(people().names()).hasSizeGreaterThan(1_000);
    assertThat(search(MADE_FOR_PERSONS::contains).keySet())
        .containsExactlyInAnyOrderElementsOf(MADE_FOR_PERSONS);
  }

  @Test
  @Order(3)
  void nobodyIsAnywhereElse() throws IOException {
    assertThat(search(place -> !MADE_FOR_PERSONS.contains(place))).isEmpty();
  }

  @Test
  @Order(4)
  void theSearchWentThroughEverythingThatTheEngineKeeps() {
    Set<String> tables = new TreeSet<>();
    new Tables(jdbc())
        .cells(place -> place.startsWith("act_"))
        .forEach(cell -> tables.add(cell.place().substring(0, cell.place().indexOf('.'))));
    assertThat(tables)
        .contains(
            "act_ru_variable",
            "act_ru_task",
            "act_ru_execution",
            "act_ge_bytearray",
            "act_hi_varinst",
            "act_hi_detail",
            "act_hi_decinst",
            "act_hi_dec_in",
            "act_hi_dec_out",
            "act_hi_taskinst",
            "act_hi_actinst",
            "act_hi_op_log",
            "act_hi_job_log",
            "act_hi_ext_task_log",
            "act_hi_identitylink");
  }

  @Test
  @Order(5)
  void whoeverIsPutWhereNobodyBelongsIsFound() throws IOException {
    Iterator<String> names =
        people().names().stream().filter(name -> name.length() > 2).sorted().iterator();
    String shortName = people().names().stream().filter(it -> it.length() == 2).findAny().get();
    String number = people().numbers().iterator().next();
    ProcessInstance census =
        engine()
            .getRuntimeService()
            .createProcessInstanceQuery()
            .processDefinitionKey(CensusProcess.KEY)
            .singleResult();
    Task task = engine().getTaskService().createTaskQuery().listPage(0, 1).get(0);

    engine().getRuntimeService().setVariable(census.getId(), "a", shortName);
    engine()
        .getRuntimeService()
        .setVariable(census.getId(), "b", Map.of("text", "住户" + names.next()));
    task.setDescription("证件" + number + "待核");
    engine().getTaskService().saveTask(task);
    engine().getTaskService().createComment(task.getId(), null, "住户" + names.next() + "已搬走");
    audit.record("hc-lead", "haicang", "recheck.view", "person", names.next());

    assertThat(search(place -> !MADE_FOR_PERSONS.contains(place)).keySet())
        .contains(
            "act_ru_variable.text_",
            "act_hi_varinst.text_",
            "act_hi_detail.text_",
            "act_ge_bytearray.bytes_",
            "act_hi_comment.message_",
            "act_ru_task.description_",
            "act_hi_taskinst.description_",
            "audit_entry.object_key");
  }

  /** Where people are found: place → how many texts there name somebody. */
  private Map<String, Integer> search(Predicate<String> places) throws IOException {
    People people = people();
    Map<String, Integer> found = new TreeMap<>();
    for (Cell cell : new Tables(jdbc()).cells(places)) {
      if (!people.in(cell.text()).isEmpty()) {
        found.merge(cell.place(), 1, Integer::sum);
      }
    }
    return found;
  }

  private People people() throws IOException {
    List<Path> all = new ArrayList<>(List.of(files.census()));
    ledger.ofCensus(CENSUS).stream()
        .map(RecordRequest::supply)
        .map(files::register)
        .forEach(all::add);
    return People.of(all);
  }
}
