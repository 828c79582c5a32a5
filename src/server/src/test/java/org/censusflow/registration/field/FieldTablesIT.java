package org.censusflow.registration.field;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.censusflow.BothDatabases;
import org.censusflow.base.district.District;
import org.censusflow.base.district.Subdistrict;
import org.censusflow.registration.field.Acceptances.Unit;
import org.censusflow.registration.field.HouseholdVisits.Visit;
import org.censusflow.registration.longform.SelfEnumeration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The field work's tables and their statements on both databases, also when many write at once. */
class FieldTablesIT extends BothDatabases {

  private static final String CENSUS = "haicang-2020";
  private static final int BLOCKS = 12;
  private static final int HOUSEHOLDS = 10;
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2020-11-10T01:00:00Z"), ZoneOffset.UTC);

  private JdbcClient jdbc;
  private TransactionTemplate transaction;
  private FieldCounts counts;
  private FieldPhase phase;
  private BlockWork work;
  private HouseholdCases cases;
  private HouseholdVisits visits;
  private RecheckSamples samples;
  private Acceptances acceptances;
  private Progress progress;

  private void open(DataSource database) {
    jdbc = JdbcClient.create(database);
    JdbcTemplate template = new JdbcTemplate(database);
    transaction = new TransactionTemplate(new JdbcTransactionManager(database));
    counts = new FieldCounts(jdbc, template, CLOCK);
    phase = new FieldPhase(jdbc, template, counts, CLOCK);
    work = new BlockWork(jdbc, CLOCK);
    cases = new HouseholdCases(jdbc, template, counts, CLOCK);
    visits =
        new HouseholdVisits(
            jdbc,
            counts,
            (outcome, attempts, most, informed) -> new CloseOut.Step("EMPTY", "结案"),
            mock(SelfEnumeration.class),
            work,
            CLOCK);
    samples = new RecheckSamples(jdbc, template, phase, work, counts, CLOCK);
    acceptances = new Acceptances(jdbc, CLOCK);
    progress = new Progress(jdbc, CLOCK);
    jdbc.sql(
            "insert into census (id, district, reference_time) values (?, 'haicang', current_timestamp)")
        .param(CENSUS)
        .update();
    for (int i = 0; i < BLOCKS; i++) {
      jdbc.sql(
              """
              insert into block (census_id, code, subdistrict, community_code, community_name, address_prefix)
              values (?, ?, 'songyu', '350205002001', '样例社区', '样例路')
              """)
          .params(CENSUS, block(i))
          .update();
    }
    transaction.executeWithoutResult(status -> phase.open(CENSUS, district()));
  }

  private static District district() {
    District district = mock(District.class);
    when(district.id()).thenReturn("haicang");
    when(district.name()).thenReturn("海沧区");
    when(district.subdistricts())
        .thenReturn(List.of(new Subdistrict("songyu", "嵩屿街道", "350205002", List.of())));
    return district;
  }

  private static String block(int i) {
    return "350205002001%03d".formatted(i + 1);
  }

  @Test
  void theDatabaseKnowsTheRowsAsSoonAsTheRegistrationIsOpened() {
    open(onPostgres());
    assertThat(
            jdbc.sql(
                    "select cast(reltuples as integer) from pg_class where relname in ('block_work', 'block_count')")
                .query(Integer.class)
                .list())
        .as("what it plans the district's progress with")
        .containsExactly(BLOCKS, BLOCKS);
  }

  @ParameterizedTest
  @MethodSource("databases")
  void everyStatementHoldsFromTheListToTheLastLongForm(DataSource database) {
    open(database);
    assertThat(work.planned(CENSUS, 100)).hasSize(BLOCKS);
    String block = block(0);
    work.started(CENSUS, block);
    work.due(CENSUS, block, CLOCK.instant().minusSeconds(1), CLOCK.instant());
    household(block, 1);
    work.listed(CENSUS, block, 25, 1, 3);
    cases.list(CENSUS, block, HOUSEHOLDS);
    assertThat(cases.open(CENSUS, block)).isEqualTo(HOUSEHOLDS - 1);
    FieldTask task =
        new FieldTask("haicang", CENSUS, block, "样例", FieldTask.Stage.ENUMERATE, 3, null);
    visits.visited(task, 2, new Visit("empty", "property", null, "样例"), "maker");
    assertThat(visits.visitedBy(CENSUS, block, "maker")).isTrue();
    jdbc.sql("update household_case set mode = 'SELF' where household_no = 3").update();
    assertThat(cases.returnUnanswered(CENSUS, block)).isEqualTo(1);
    assertThat(samples.draw(CENSUS, block, 0.05, "maker")).isEqualTo(1);
    assertThat(samples.draw(CENSUS, block, 0.05, "maker")).as("again").isEqualTo(1);
    int drawn = jdbc.sql("select household_no from recheck_sample").query(Integer.class).single();
    samples.record(task, drawn, 40, 2, 0, "样例", "checker");
    assertThat(samples.rechecked(CENSUS, block)).isEqualTo(new Rechecked(1, 1, 40, 2, 0));
    samples.conclude(CENSUS, block, "checker", "redo");
    samples.reopen(CENSUS, block);
    assertThat(samples.enumerators(CENSUS, block)).containsExactly("maker");
    exact();
    FieldFigures figures = progress.figures(CENSUS, Level.DISTRICT, "haicang");
    assertThat(figures.late()).isEqualTo(1);
    assertThat(figures.redone()).isEqualTo(1);
    assertThat(figures.here()).isEqualTo(1);
    assertThat(figures.listed()).isEqualTo(HOUSEHOLDS);
    assertThat(progress.parts(CENSUS, Level.DISTRICT, "haicang"))
        .extracting(Progress.Part::code)
        .containsExactly("songyu");
    assertThat(progress.parts(CENSUS, Level.AREA, "350205002001")).hasSize(BLOCKS);
    work.longForms(CENSUS, block, 1);
    work.longFormsRegistered(CENSUS, block, 1);
    work.remind(CENSUS, block);
    assertThat(new SeededLongForms(jdbc, phase).drawn(CENSUS, block)).isZero();
    assertThat(new FieldWorkViews(jdbc, cases, work, null)).isNotNull();
  }

  @ParameterizedTest
  @MethodSource("databases")
  void whenBlocksAreAcceptedAtOnceTheirAreaIsReadyExactlyOnce(DataSource database)
      throws Exception {
    open(database);
    List<Callable<Optional<Unit>>> all = new ArrayList<>();
    for (int i = 0; i < BLOCKS; i++) {
      Unit unit = acceptances.unit(CENSUS, Level.BLOCK, block(i));
      all.add(() -> transaction.execute(s -> acceptances.accepted(CENSUS, unit, "checker", null)));
    }
    List<Optional<Unit>> ready = atOnce(all);
    assertThat(ready).filteredOn(Optional::isPresent).hasSize(1);
    Unit area = ready.stream().flatMap(Optional::stream).findFirst().orElseThrow();
    assertThat(area.level()).isEqualTo(Level.AREA);
    acceptances.submitted(CENSUS, area, "owner", "样例");
    acceptances.returned(CENSUS, area, "checker", "补查");
    Unit part = acceptances.accepted(CENSUS, area, "checker", null).orElseThrow();
    Unit district = acceptances.accepted(CENSUS, part, "checker", "理由").orElseThrow();
    assertThat(district.level()).isEqualTo(Level.DISTRICT);
    assertThat(acceptances.accepted(CENSUS, district, "lead", null)).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("databases")
  void whenBlocksAreRegisteredAtOnceExactlyOneIsTheLast(DataSource database) throws Exception {
    open(database);
    List<Callable<Boolean>> all = new ArrayList<>();
    for (int i = 0; i < BLOCKS; i++) {
      String block = block(i);
      all.add(() -> transaction.execute(s -> acceptances.registered(CENSUS, block)));
    }
    assertThat(atOnce(all)).filteredOn(last -> last).hasSize(1);
  }

  @ParameterizedTest
  @MethodSource("databases")
  void countsStayExactWhenManyRegisterInTheSameBlockAtOnce(DataSource database) throws Exception {
    open(database);
    List<Callable<Boolean>> all = new ArrayList<>();
    for (int number = 1; number <= 24; number++) {
      int household = number;
      all.add(
          () ->
              transaction.execute(
                  s -> {
                    household(block(household % 2), household);
                    counts.changed(CENSUS, List.of(block(household % 2)));
                    return true;
                  }));
    }
    atOnce(all);
    exact();
    assertThat(progress.figures(CENSUS, Level.DISTRICT, "haicang").households()).isEqualTo(24);
  }

  private <T> List<T> atOnce(List<Callable<T>> all) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(4);
    CyclicBarrier barrier = new CyclicBarrier(4);
    try {
      List<Future<T>> running = new ArrayList<>();
      for (Callable<T> one : all) {
        running.add(
            threads.submit(
                () -> {
                  barrier.await();
                  return one.call();
                }));
      }
      List<T> results = new ArrayList<>();
      for (Future<T> one : running) {
        results.add(one.get());
      }
      return results;
    } finally {
      threads.shutdownNow();
    }
  }

  private void exact() {
    assertThat(Counts.kept(counts, CENSUS)).isEqualTo(Counts.recounted(counts, CENSUS));
  }

  private void household(String block, int number) {
    jdbc.sql(
            "insert into household (census_id, block_code, household_no, address) values (?, ?, ?, '样例路')")
        .params(CENSUS, block, number)
        .update();
    long household =
        jdbc.sql("select id from household where block_code = ? and household_no = ?")
            .params(block, number)
            .query(Long.class)
            .single();
    String key = block + "-" + number;
    jdbc.sql(
            "insert into person (census_id, household_id, source_key, current_version) values (?, ?, ?, 1)")
        .params(CENSUS, household, key)
        .update();
    long person =
        jdbc.sql("select id from person where source_key = ?")
            .param(key)
            .query(Long.class)
            .single();
    jdbc.sql(
            """
            insert into person_version (person_id, version, status, block_code, line_no, name, residence, form,
                                        made_by, made_at)
            values (?, 1, 'REGISTERED', ?, 1, '样例', 'here', 'short', 'sample', current_timestamp)
            """)
        .params(person, block)
        .update();
  }
}
