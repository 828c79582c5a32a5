package org.censusflow.registration.answers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.censusflow.registration.intake.IntakeDatabase.BLOCK;
import static org.censusflow.registration.intake.IntakeDatabase.CENSUS;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.censusflow.base.district.District;
import org.censusflow.base.district.Districts;
import org.censusflow.base.district.Window;
import org.censusflow.registration.intake.IntakeDatabase;
import org.censusflow.registration.intake.IntakeRefused;
import org.censusflow.registration.longform.HouseholdsReturned;
import org.censusflow.registration.longform.LongFormDraw;
import org.censusflow.registration.longform.LongFormDraws;
import org.censusflow.registration.longform.LongFormSample;
import org.censusflow.registration.longform.SelfEnumeration;
import org.censusflow.registration.longform.SelfEnumerationChosen;
import org.censusflow.registration.question.Change;
import org.censusflow.registration.question.Proposal;
import org.censusflow.registration.question.QuestionScene;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * What happens to registrations after they came in: the draw, versions, the way back to the field.
 */
class RegistrationTests {

  @TempDir private Path folder;
  private final List<Object> events = new ArrayList<>();
  private IntakeDatabase database;
  private Registrations registrations;
  private LongFormDraws draws;

  @BeforeEach
  void aCensusOfTwoBlocks() throws Exception {
    database = open(folder);
    JdbcTemplate template = new JdbcTemplate(database.source());
    Clock clock = IntakeDatabase.CLOCK;
    registrations = new Registrations(database.jdbc(), template, clock);
    draws = new LongFormDraws(database.jdbc(), template, clock);
    database.takeIn(
        database.file(
            "census.csv",
            Stream.concat(
                    Stream.of(IntakeDatabase.HEADER),
                    IntStream.rangeClosed(1, 205)
                        .mapToObj(
                            n ->
                                n <= 120
                                    ? IntakeDatabase.row(n)
                                    : IntakeDatabase.row(n, "350205001001002", "1980-01-01", "01")))
                .toArray(String[]::new)));
  }

  IntakeDatabase open(Path folder) {
    return IntakeDatabase.h2(folder);
  }

  private long person(int row) {
    return database
        .jdbc()
        .sql("select id from person where source_key = ?")
        .param(String.valueOf(row))
        .query(Long.class)
        .single();
  }

  private long household(int row) {
    return database
        .jdbc()
        .sql("select household_id from person where source_key = ?")
        .param(String.valueOf(row))
        .query(Long.class)
        .single();
  }

  @Test
  void aTenthOfTheHouseholdsOfEveryBlockIsDrawnAndTheDrawRepeats() {
    LongFormDraw draw = draws.draw(CENSUS, "开奖号码 0412235", "hc-office-1");
    assertThat(draw.households()).isEqualTo(205);
    assertThat(draw.chosen()).isBetween(20, 21);
    assertThat(draws.chosen(CENSUS, BLOCK)).hasSizeBetween(12, 13);
    assertThat(draws.repeats(CENSUS)).isTrue();
    assertThatThrownBy(() -> draws.draw(CENSUS, "another seed", "hc-office-1"))
        .isInstanceOf(IntakeRefused.class)
        .hasMessageStartingWith("CF-E836");

    database
        .jdbc()
        .sql("update long_form_frame set chosen = not chosen where household_id = ?")
        .param(household(1))
        .update();
    assertThat(draws.repeats(CENSUS)).isFalse();
  }

  /** Held by figures, so that a draw of today can be repeated by the program of tomorrow. */
  @Test
  void aSeedAlwaysGivesTheSameHouseholds() {
    List<LongFormSample.Unit> frame =
        IntStream.rangeClosed(1, 40).mapToObj(n -> new LongFormSample.Unit(n, BLOCK, n)).toList();
    assertThat(new LongFormSample("seed-1", CENSUS, 10).draw(frame))
        .containsExactlyInAnyOrder(DRAWN);
    assertThat(new LongFormSample("seed-2", CENSUS, 10).draw(frame))
        .hasSizeBetween(4, 5)
        .isNotEqualTo(java.util.Set.of(DRAWN));
  }

  private static final Long[] DRAWN = {2L, 8L, 17L, 37L};

  @Test
  void everyHouseholdHasTheSameChance() {
    int[] times = new int[41];
    List<LongFormSample.Unit> frame =
        IntStream.rangeClosed(1, 40).mapToObj(n -> new LongFormSample.Unit(n, BLOCK, n)).toList();
    for (int seed = 0; seed < 2_000; seed++) {
      new LongFormSample("seed-" + seed, CENSUS, 10)
          .draw(frame)
          .forEach(id -> times[id.intValue()]++);
    }
    // 200 expected, standard deviation 13.4: five of them either way.
    assertThat(IntStream.rangeClosed(1, 40).map(n -> times[n]).boxed().toList())
        .allMatch(n -> n > 133 && n < 267);
  }

  @Test
  void aCorrectionShowsInTheNextFrozenStateAndNotInTheOneBefore() {
    QuestionScene scene = new QuestionScene(database);
    registrations.freeze(CENSUS);
    scene.corrections.write(
        Proposal.Changed.answers(person(1), Map.of("name", "戴维")),
        new Change(scene.difference(person(1)), "入户核实", "a", "b"));
    scene.correct(household(2), person(2), Map.of("ethnicity", "22"));

    assertThat(frozen(1).name()).isEqualTo("戴伟");
    assertThat(frozen(2).ethnicity()).isEqualTo("01");
    registrations.freeze(CENSUS);
    assertThat(frozen(1).name()).isEqualTo("戴维");
    assertThat(frozen(2).ethnicity()).isEqualTo("22");
  }

  private Answers frozen(int row) {
    long id = person(row);
    List<RegisteredPerson> found = new ArrayList<>();
    registrations.forEachFrozen(
        CENSUS,
        person -> {
          if (person.id() == id) {
            found.add(person);
          }
        });
    return found.get(0).answers();
  }

  @Test
  void whoAnswersByItselfIsNotVisitedUntilTheLastDayIsOver() {
    SelfEnumeration self = self(LocalDate.of(2020, 11, 5));
    self.list(CENSUS, BLOCK, 501, "样例路 501 号");
    self.list(CENSUS, BLOCK, 502, "样例路 502 号");
    self.list(CENSUS, BLOCK, 502, "样例路 502 号");
    assertThat(self.visitsDue(CENSUS, BLOCK)).isEqualTo(2);
    self.choose(CENSUS, BLOCK, 501);
    assertThat(self.visitsDue(CENSUS, BLOCK)).isEqualTo(1);
    assertThatThrownBy(() -> self.choose(CENSUS, BLOCK, 1)).hasMessageStartingWith("CF-E838");

    assertThatThrownBy(() -> self(LocalDate.of(2020, 11, 20)).returnUnanswered(CENSUS))
        .hasMessageStartingWith("CF-E839");
    assertThat(self.returnUnanswered(CENSUS))
        .containsExactly(new SelfEnumeration.Returned(BLOCK, 1));
    assertThat(self.returnUnanswered(CENSUS)).isEmpty();
    assertThat(self.visitsDue(CENSUS, BLOCK)).isEqualTo(2);
    assertThat(events)
        .containsExactly(
            new SelfEnumerationChosen(CENSUS, BLOCK), new HouseholdsReturned(CENSUS, BLOCK, 1));
    assertThat(registrations.householdCount(CENSUS)).isEqualTo(205);
  }

  /** The clock stands at 20 November 2020. */
  private SelfEnumeration self(LocalDate lastDay) {
    District district = mock(District.class);
    when(district.window("self-enumeration"))
        .thenReturn(new Window("self-enumeration", "自主填报", LocalDate.of(2020, 11, 1), lastDay));
    Districts districts = mock(Districts.class);
    when(districts.require(any())).thenReturn(district);
    return new SelfEnumeration(
        database.jdbc(), registrations, districts, events::add, IntakeDatabase.CLOCK);
  }
}
