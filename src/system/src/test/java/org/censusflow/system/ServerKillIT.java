package org.censusflow.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.censusflow.base.process.crosscheck.AreaRecheckProcess.*;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.awaitility.core.ConditionTimeoutException;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.task.Task;
import org.censusflow.base.access.EmbeddedDatabase;
import org.censusflow.registration.answers.OneHousehold;
import org.censusflow.registration.field.Counts;
import org.censusflow.registration.field.FieldCounts;
import org.censusflow.sample.SampleFiles;
import org.censusflow.sample.SampleVisits;
import org.censusflow.sample.SampleVisits.Visit;
import org.censusflow.system.Rest.Answer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/**
 * A server of its own on PostgreSQL, killed again and again between two statements of a household's
 * intake, a batch's, a file's, a decision and a correction: each time one table is held, all five
 * begin, and the server dies while they wait for that table. Few kills here; {@code
 * -Dcensusflow.kill.transactions=50} is the measure.
 */
@Import(ServerKillIT.OurOwnDatabase.class)
class ServerKillIT extends SystemTest {

  private static final int KILLS = Integer.getInteger("censusflow.kill.transactions", 8);
  private static final int FILE_ROWS = 20;
  private static final int BATCH = 3;
  private static final Duration LONGEST_WAIT = Duration.ofMinutes(5);
  private static final Duration LONGEST_START = Duration.ofMinutes(10);

  /** In the order in which an intake and a decision come to them. */
  private static final List<String> HELD =
      List.of(
          "intake_key",
          "audit_entry",
          "person_version",
          "block_count",
          "intake_job",
          "difference",
          "household_version",
          "person",
          "difference_event",
          "household");

  private static final String HEADER =
      "row_id,block,household_no,line_no,name,relation,id_number,sex,birth_date,ethnicity,residence,hukou_place,address,form,filled_in\n";
  private static final String ROW =
      "%s-%d,%s,%d,1,戴伟,0,34052419800101001X,1,1980-01-01,01,here,local-block,样例路%d号,short,2020-11-03\n";

  @TempDir private Path folder;
  @Autowired private DataSource database;
  @Autowired private FieldCounts counts;
  @Autowired private SampleVisits visits;
  @Autowired private SampleFiles files;

  private final Random random = new Random(20201101);
  private Process server;
  private String address;
  private String block;

  /** This server belongs to the test, which may fill it with the sample. */
  @TestConfiguration
  static class OurOwnDatabase {

    @Bean
    @Primary
    EmbeddedDatabase thisServerIsOurs() {
      return new EmbeddedDatabase(true);
    }
  }

  @DynamicPropertySource
  static void postgres(DynamicPropertyRegistry properties) {
    Postgres.register(properties);
  }

  /** The test's own program has set the census up; from now on it looks on and runs no job. */
  @BeforeEach
  void rechecksWaitAndTheServerWorks() throws Exception {
    awaitRechecks();
    ((ProcessEngineConfigurationImpl) engine().getProcessEngineConfiguration())
        .getJobExecutor()
        .shutdown();
    block = jdbc().sql("select min(code) from block").query(String.class).single();
    try (ServerSocket free = new ServerSocket(0)) {
      address = "http://localhost:" + free.getLocalPort();
    }
    start();
  }

  @AfterEach
  void stop() throws InterruptedException {
    server.destroyForcibly().waitFor();
  }

  @Test
  @Timeout(value = 90, unit = TimeUnit.MINUTES)
  void nothingIsHalfDoneOrDoneTwice() throws Exception {
    List<Decision> decisions = decisions();
    for (int kill = 0; kill < KILLS; kill++) {
      String table = HELD.get(kill % HELD.size());
      Decision decision = openFrom(decisions, kill);
      decision.recheck().claim();
      try (Connection holder = administrator()) {
        holder.setAutoCommit(false);
        holder.createStatement().execute("lock table census." + table + " in share mode");
        List<CompletableFuture<?>> begun = new ArrayList<>(intake(kill));
        begun.add(CompletableFuture.supplyAsync(decision::make));
        await("somebody waits for " + table)
            .atMost(LONGEST_WAIT)
            .until(() -> waiting() > 0 || begun.stream().allMatch(CompletableFuture::isDone));
        assertThat(waiting()).as("who waits for %s in kill %d", table, kill).isPositive();
        TimeUnit.MILLISECONDS.sleep(random.nextInt(400));
        server.destroyForcibly().waitFor();
        holder.rollback();
        begun.forEach(request -> request.exceptionally(lost -> null).join());
      }
      await("the end of the killed server's transactions").until(() -> strangers() == 0);
      start();
    }

    // Who got no answer hands the same in again; the files go on by themselves.
    for (int kill = 0; kill < KILLS; kill++) {
      intake(kill).forEach(CompletableFuture::join);
    }
    decisions.stream().limit(KILLS).forEach(Decision::make);
    finishBlocks(decisions);
    await("files")
        .atMost(LONGEST_WAIT)
        .until(() -> count("select count(*) from intake_job where state <> 'DONE'") == 0);
    everythingIsThereOnce();
  }

  private void everythingIsThereOnce() {
    assertThat(Counts.kept(counts, CENSUS)).isEqualTo(Counts.recounted(counts, CENSUS));
    long single = (long) KILLS * (1 + BATCH);
    assertThat(count("select count(*) from intake_key")).isEqualTo(single);
    assertThat(count("select count(*) from person where source_key like 'kill-%'"))
        .isEqualTo(single);
    assertThat(count("select count(*) from person where source_key like 'file-%'"))
        .isEqualTo((long) KILLS * FILE_ROWS);
    assertThat(
            count(
                "select count(distinct household_id) from person where source_key like 'kill-%' or source_key like 'file-%'"))
        .isEqualTo(single + (long) KILLS * FILE_ROWS);
    assertThat(
            count(
                "select count(*) from household h where h.current_version <> (select count(*) from household_version v where v.household_id = h.id)"))
        .isZero();
    assertThat(
            count(
                "select count(*) from intake_key k where not exists (select 1 from audit_entry a where a.action = 'intake.household' and a.object_key = cast(k.household_id as varchar))"))
        .as("answers without their audit entry")
        .isZero();
    assertThat(
            count(
                "select count(*) from intake_job j where not exists (select 1 from audit_entry a where a.action = 'intake.file' and a.object_key = cast(j.id as varchar))"))
        .as("files without their audit entry")
        .isZero();
    assertThat(
            count(
                """
                select count(*) from difference d
                 where (select count(*) from difference_event e where e.difference_id = d.id)
                    <> (select count(*) from audit_entry a where a.action in ('difference.settle', 'difference.review')
                           and a.object_key = cast(d.id as varchar))
                """))
        .as("decisions without their audit entry")
        .isZero();
    assertThat(
            count(
                "select count(*) from (select difference_id from person_version where difference_id is not null group by difference_id having count(*) > 1) twice"))
        .isZero();
    assertThat(count("select count(*) from person_version where difference_id is not null"))
        .as("corrections")
        .isPositive();
    assertThat(count("select count(*) from act_ru_incident")).isZero();
  }

  /** A household, a batch and a file begin at once; the same again changes nothing. */
  private List<CompletableFuture<?>> intake(int kill) {
    Rest office = here("hc-office-1");
    String path = "/api/censuses/" + CENSUS;
    int first = 1001 + kill * 100;
    List<Map<String, Object>> batch =
        IntStream.range(1, 1 + BATCH).mapToObj(i -> form(kill, first + i)).toList();
    return List.of(
        CompletableFuture.runAsync(
            () -> office.post(path + "/households", form(kill, first)).status()),
        CompletableFuture.runAsync(() -> office.post(path + "/households/batch", batch).status()),
        CompletableFuture.runAsync(
            () -> office.upload(path + "/intake-jobs", file(kill, first + 10), FILE_ROWS)));
  }

  private Map<String, Object> form(int kill, int number) {
    Map<String, String> person = OneHousehold.head();
    return Map.of(
        "clientKey",
        "kill-" + kill + "-" + number,
        "block",
        block,
        "householdNo",
        number,
        "address",
        "样例路1号",
        "mode",
        "field",
        "filledIn",
        "2020-11-03",
        "confirmedBy",
        "signature",
        "form",
        "short",
        "persons",
        List.of(person));
  }

  private byte[] file(int kill, int first) {
    StringBuilder csv = new StringBuilder(HEADER);
    for (int i = 0; i < FILE_ROWS; i++) {
      csv.append(ROW.formatted("file-" + kill, i, block, first + i, i));
    }
    return csv.toString().getBytes(StandardCharsets.UTF_8);
  }

  /** One difference that an officer settles, or has been settled and is reviewed by a second. */
  private record Decision(Recheck recheck, long difference, Visit visit) {
    Answer make() {
      return visit == null
          ? recheck.review(difference, true, null)
          : recheck.settle(difference, visit);
    }
  }

  /**
   * The next decision that would change something. There are fewer of them than kills, and the
   * server may have made one before it died: a verification is made again until it is reviewed, a
   * review is not.
   */
  private Decision openFrom(List<Decision> decisions, int first) {
    return IntStream.range(first, first + decisions.size())
        .mapToObj(i -> decisions.get(i % decisions.size()))
        .filter(one -> one.visit() != null || statusOf(one.difference()).equals("VERIFIED"))
        .findFirst()
        .orElseThrow();
  }

  /** By turns a review in a block that is verified and a verification in one that is not. */
  private List<Decision> decisions() throws IOException {
    List<Decision> reviews = new ArrayList<>();
    List<Decision> verifications = new ArrayList<>();
    List<String> blocks =
        jdbc()
            .sql(
                "select block_code from difference where class_code = 'D05' group by block_code order by block_code")
            .query(String.class)
            .list();
    for (int i = 0; i < blocks.size(); i++) {
      Map<Long, Visit> found = visits.toBlock(files.truth(), CENSUS, blocks.get(i));
      if (i % 2 == 0) {
        verify(blocks.get(i), found);
        Task review = onlyTask(blocks.get(i));
        differences(blocks.get(i)).stream()
            .map(id -> new Decision(by(review, "hc-office-2"), id, null))
            .forEach(reviews::add);
      } else {
        Task office =
            tasks(VERIFY_BY_OFFICE)
                .processInstanceBusinessKey(CENSUS + "/" + blocks.get(i))
                .singleResult();
        jdbc()
            .sql(
                "select id from difference where block_code = ? and class_code = 'D05' order by id")
            .param(blocks.get(i))
            .query(Long.class)
            .list()
            .forEach(
                id ->
                    verifications.add(new Decision(by(office, "hc-office-1"), id, found.get(id))));
      }
    }
    List<Decision> both = new ArrayList<>();
    for (int i = 0; i < Math.max(reviews.size(), verifications.size()); i++) {
      if (i < reviews.size()) {
        both.add(reviews.get(i));
      }
      if (i < verifications.size()) {
        both.add(verifications.get(i));
      }
    }
    return both;
  }

  private List<Long> differences(String block) {
    return jdbc()
        .sql("select id from difference where block_code = ? and status = 'VERIFIED' order by id")
        .param(block)
        .query(Long.class)
        .list();
  }

  private void verify(String block, Map<Long, Visit> found) {
    for (Task task :
        engine()
            .getTaskService()
            .createTaskQuery()
            .processInstanceBusinessKey(CENSUS + "/" + block)
            .list()) {
      String subdistrict = variable(task, "subdistrict");
      Recheck recheck =
          by(
              task,
              switch (task.getTaskDefinitionKey()) {
                case VERIFY_BY_ENUMERATOR -> "hc-" + subdistrict + "-enumerator-1";
                case VERIFY_BY_SUPERVISOR -> "hc-" + subdistrict + "-supervisor-1";
                case VERIFY_BY_SUBDISTRICT -> "hc-" + subdistrict + "-office";
                default -> "hc-office-1";
              });
      recheck.claim();
      recheck.settleAll(found::get);
      assertThat(recheck.complete().status()).isEqualTo(204);
    }
    await("the review of " + block)
        .atMost(LONGEST_WAIT)
        .until(
            () ->
                tasks(REVIEW_VERIFICATION).processInstanceBusinessKey(CENSUS + "/" + block).count()
                    == 1);
  }

  private Task onlyTask(String block) {
    return tasks(REVIEW_VERIFICATION)
        .processInstanceBusinessKey(CENSUS + "/" + block)
        .singleResult();
  }

  /**
   * The blocks that wait for their review are reviewed, and the server is killed while it writes
   * the corrections of each.
   */
  private void finishBlocks(List<Decision> decisions) throws Exception {
    List<Recheck> reviews =
        decisions.stream()
            .filter(one -> one.visit() == null)
            .map(Decision::recheck)
            .distinct()
            .toList();
    for (Recheck review : reviews) {
      review.claim();
      review.approveAll();
      try (Connection holder = administrator()) {
        holder.setAutoCommit(false);
        holder.createStatement().execute("lock table census.person_version in share mode");
        assertThat(review.complete().status()).isEqualTo(204);
        await("the corrections").atMost(LONGEST_WAIT).until(() -> waiting() > 0);
        server.destroyForcibly().waitFor();
        holder.rollback();
      }
      await("the end of the killed server's transactions").until(() -> strangers() == 0);
      start();
    }
    await("the corrections of " + reviews.size() + " blocks")
        .atMost(LONGEST_WAIT)
        .until(
            () ->
                reviews.stream()
                    .allMatch(
                        review ->
                            engine()
                                    .getRuntimeService()
                                    .createProcessInstanceQuery()
                                    .processInstanceId(review.task().getProcessInstanceId())
                                    .count()
                                == 0));
  }

  private Recheck by(Task task, String user) {
    return new Recheck(task, user, here(user));
  }

  private Rest here(String user) {
    return Rest.at(address).as(user, "Census-2020");
  }

  private void start() throws IOException, SQLException {
    try (Connection connection = database.getConnection()) {
      byte[] key = new byte[32];
      ProcessBuilder program =
          new ProcessBuilder(
              Path.of(System.getProperty("java.home"), "bin", "java").toString(),
              "-Xmx512m",
              "-jar",
              Path.of("target", "censusflow.jar").toString(),
              "--server.port=" + address.substring(address.lastIndexOf(':') + 1),
              "--censusflow.sample.enabled=false");
      program
          .environment()
          .putAll(
              Map.of(
                  "CENSUSFLOW_DB_URL",
                  connection.getMetaData().getURL() + "&ApplicationName=killed",
                  // Whose waiting sessions the test's own connection may see.
                  "CENSUSFLOW_DB_USER",
                  "censusflow",
                  "SPRING_FLYWAY_USER",
                  "censusflow_owner",
                  "CENSUSFLOW_ADMIN_USER",
                  "site-admin",
                  "CENSUSFLOW_ADMIN_PASSWORD",
                  UUID.randomUUID() + "+Aa1",
                  "CENSUSFLOW_INTAKE_DIRECTORY",
                  folder.resolve("intake").toString(),
                  "CENSUSFLOW_JOB_LOCK_MILLIS",
                  "5000",
                  "CENSUSFLOW_QUARANTINE_KEY",
                  Base64.getEncoder().encodeToString(key)));
      server =
          program
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.appendTo(folder.resolve("log").toFile()))
              .start();
    }
    try {
      await("the server").atMost(LONGEST_START).until(() -> isUp() || !server.isAlive());
      assertThat(server.isAlive()).isTrue();
    } catch (ConditionTimeoutException | AssertionError late) {
      throw new AssertionError(Files.readString(folder.resolve("log")), late);
    }
  }

  private boolean isUp() {
    try {
      return Rest.at(address).get("/actuator/health").status() == 200;
    } catch (UncheckedIOException e) {
      return false;
    }
  }

  /** Who may hold a table that the program only adds to. */
  private Connection administrator() throws SQLException {
    try (Connection connection = database.getConnection()) {
      return DriverManager.getConnection(connection.getMetaData().getURL(), "postgres", "");
    }
  }

  private long waiting() {
    return count(
        "select count(*) from pg_stat_activity where application_name = 'killed' and wait_event_type = 'Lock'");
  }

  private long strangers() {
    return count("select count(*) from pg_stat_activity where application_name = 'killed'");
  }

  private long count(String select) {
    return jdbc().sql(select).query(Long.class).single();
  }
}
