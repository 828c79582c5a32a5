package org.censusflow.registration.answers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.censusflow.registration.intake.IntakeDatabase.BLOCK;
import static org.censusflow.registration.intake.IntakeDatabase.CENSUS;
import static org.censusflow.registration.intake.IntakeDatabase.FILLED_IN;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.censusflow.BothDatabases;
import org.censusflow.registration.intake.Collisions;
import org.censusflow.registration.intake.HouseholdReceipt.State;
import org.censusflow.registration.intake.HouseholdSubmission;
import org.censusflow.registration.intake.IntakeDatabase;
import org.censusflow.registration.question.Change;
import org.censusflow.registration.question.Corrections;
import org.censusflow.registration.question.Proposal;
import org.censusflow.registration.question.QuestionScene;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Numbers that count on from the highest are given once each, however many ask at once. */
class NumbersIT extends BothDatabases {

  private static final int PEOPLE = 8;
  private static final int TIMES = 10;
  private static final String OTHER = "350205001001002";

  @TempDir private Path folder;
  private IntakeDatabase database;
  private QuestionScene scene;
  private Corrections corrections;

  private void open(DataSource source) {
    database = IntakeDatabase.on(source, folder);
    scene = new QuestionScene(database);
    corrections = scene.corrections;
  }

  /** Differences to be settled, each by a change of its own. */
  private List<Long> differences(int count) {
    return IntStream.range(0, count).mapToObj(i -> scene.difference(null)).toList();
  }

  private void inTransaction(Runnable work) {
    IntakeDatabase.inTransaction(
        database.source(),
        () -> {
          work.run();
          return null;
        });
  }

  private static Map<String, String> answers() {
    return Map.of(
        "name", "戴伟",
        "relation", "0",
        "id_number", "34052419800101001X",
        "sex", "1",
        "birth_date", "1980-01-01",
        "ethnicity", "01",
        "residence", "here");
  }

  /** Somebody in a household of the block that has no number yet. */
  private static Proposal newcomer(String block) {
    return new Proposal.Added(CENSUS, block, null, "样例路1号", "short", answers());
  }

  private static Change change(long difference) {
    return new Change(difference, "入户核实", "maker", "checker");
  }

  /** Everybody begins at the same moment; a failure of one is a failure of all. */
  private static <T> List<T> atOnce(int people, IntFunction<T> work) throws Exception {
    ExecutorService crowd = Executors.newFixedThreadPool(people);
    CyclicBarrier start = new CyclicBarrier(people);
    try {
      List<Callable<T>> all = new ArrayList<>();
      IntStream.range(0, people)
          .forEach(
              one ->
                  all.add(
                      () -> {
                        start.await();
                        return work.apply(one);
                      }));
      List<T> results = new ArrayList<>();
      for (Future<T> one : crowd.invokeAll(all)) {
        results.add(one.get());
      }
      return results;
    } finally {
      crowd.shutdownNow();
    }
  }

  @ParameterizedTest
  @MethodSource("databases")
  void aNewHouseholdGetsANumberOfItsOwn(DataSource source) throws Exception {
    open(source);
    List<Long> differences = differences(PEOPLE * TIMES);
    atOnce(
        PEOPLE,
        one -> {
          for (int i = 0; i < TIMES; i++) {
            long difference = differences.get(one * TIMES + i);
            inTransaction(() -> corrections.write(newcomer(BLOCK), change(difference)));
          }
          return one;
        });
    assertThat(numbers(BLOCK))
        .containsExactlyElementsOf(IntStream.rangeClosed(1, PEOPLE * TIMES).boxed().toList());
  }

  @ParameterizedTest
  @MethodSource("databases")
  void twoBlocksThatAddToEachOtherDoNotWaitForEachOther(DataSource source) throws Exception {
    open(source);
    List<Long> differences = differences(2 * PEOPLE * TIMES);
    atOnce(
        PEOPLE,
        one -> {
          List<String> way = one % 2 == 0 ? List.of(BLOCK, OTHER) : List.of(OTHER, BLOCK);
          for (int i = 0; i < TIMES; i++) {
            int first = 2 * (one * TIMES + i);
            inTransaction(
                () -> {
                  corrections.begin(CENSUS, way, List.of());
                  for (int k = 0; k < 2; k++) {
                    corrections.write(newcomer(way.get(k)), change(differences.get(first + k)));
                  }
                });
          }
          return one;
        });
    assertThat(numbers(BLOCK)).hasSize(PEOPLE * TIMES).doesNotHaveDuplicates();
    assertThat(numbers(OTHER)).hasSize(PEOPLE * TIMES).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @MethodSource("databases")
  void eachCorrectionOfAPersonIsTheNextVersion(DataSource source) throws Exception {
    open(source);
    List<Long> differences = differences(PEOPLE * TIMES + 1);
    long before = differences.get(PEOPLE * TIMES);
    inTransaction(() -> corrections.write(newcomer(BLOCK), change(before)));
    long person = database.jdbc().sql("select id from person").query(Long.class).single();
    atOnce(
        PEOPLE,
        one -> {
          for (int i = 0; i < TIMES; i++) {
            long difference = differences.get(one * TIMES + i);
            Proposal renamed = Proposal.Changed.answers(person, Map.of("name", "戴维"));
            inTransaction(() -> corrections.write(renamed, change(difference)));
          }
          return one;
        });
    assertThat(
            database
                .jdbc()
                .sql("select version from person_version order by version")
                .query(Integer.class)
                .list())
        .containsExactlyElementsOf(IntStream.rangeClosed(1, 1 + PEOPLE * TIMES).boxed().toList());
  }

  @ParameterizedTest
  @MethodSource("databases")
  void oneHouseholdThatManyBringIsTakenInOnce(DataSource source) throws Exception {
    open(source);
    for (int i = 0; i < TIMES; i++) {
      int number = 1 + i;
      List<State> sameKey = atOnce(PEOPLE, one -> submit("key-" + number, number));
      assertThat(sameKey).filteredOn(State.ACCEPTED::equals).hasSize(1);
      assertThat(sameKey).filteredOn(State.REPEATED::equals).hasSize(PEOPLE - 1);
      int another = 1001 + i;
      List<State> ownKeys = atOnce(PEOPLE, one -> submit("own-" + another + one, another));
      assertThat(ownKeys).filteredOn(State.ACCEPTED::equals).hasSize(1);
      assertThat(ownKeys).filteredOn(State.REJECTED::equals).hasSize(PEOPLE - 1);
    }
    assertThat(database.count("household")).isEqualTo(2 * TIMES);
    assertThat(database.count("person")).isEqualTo(2 * TIMES);
  }

  private State submit(String key, int number) {
    HouseholdSubmission form = OneHousehold.form(key, BLOCK, number);
    return Collisions.solved(() -> database.submit(form, "hc-1")).state();
  }

  @ParameterizedTest
  @MethodSource("databases")
  void oneFileThatManyUploadIsOneJob(DataSource source) throws Exception {
    open(source);
    Path file = database.file("census.csv", IntakeDatabase.HEADER, IntakeDatabase.row(1));
    List<Long> jobs =
        atOnce(
            PEOPLE,
            one -> {
              try {
                return database
                    .intake()
                    .open(CENSUS, file, "census.csv", null, FILLED_IN, "hc-office-" + one)
                    .id();
              } catch (java.io.IOException | java.sql.SQLException e) {
                throw new IllegalStateException(e);
              }
            });
    assertThat(jobs).hasSize(PEOPLE).containsOnly(jobs.get(0));
  }

  private List<Integer> numbers(String block) {
    return database
        .jdbc()
        .sql("select household_no from household where block_code = ? order by household_no")
        .param(block)
        .query(Integer.class)
        .list();
  }
}
