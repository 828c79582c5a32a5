package org.censusflow.sample.population;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import org.censusflow.sample.population.Household.Kind;
import org.censusflow.sample.population.Person.Life;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class HouseholdShapeTests {

  private static final int HOUSEHOLDS = 20_000;
  private static final LocalDate REFERENCE = LocalDate.of(2020, 11, 1);
  private static Household[] households;

  @BeforeAll
  static void make() {
    SampleOptions options = SampleOptions.of(100, 40, 11);
    AreaPlan plan = new AreaPlan(options.district(), options.blocks(), new Rng(11, -1));
    HouseholdFactory factory = new HouseholdFactory(options, new PersonMaker(options), plan);
    households = new Household[HOUSEHOLDS];
    for (int i = 0; i < HOUSEHOLDS; i++) {
      Rng rng = new Rng(11, i);
      households[i] = factory.make(plan.any(rng), rng);
    }
  }

  @Test
  void childrenAreBornToGrownUpMothersAndBeforeTheCensusOrInTheWeeksAfter() {
    int children = 0;
    for (Household household : households) {
      for (Person person : household.persons) {
        if (person.mother != null) {
          children++;
          assertThat(person.birth).isAfterOrEqualTo(person.mother.birth.plusYears(18));
          assertThat(person.birth.isBefore(REFERENCE)).isEqualTo(person.life != Life.GONE);
        }
        assertThat(person.birth).isAfter(LocalDate.of(1905, 1, 1));
      }
    }
    assertThat((double) children / HOUSEHOLDS).isBetween(0.5, 1.3);
  }

  @Test
  void householdsHaveOneHeadAndMostlyShareASurname() {
    int families = 0;
    int shared = 0;
    for (Household household : households) {
      assertThat(household.head().relation).isEqualTo(FamilyMaker.HEAD);
      assertThat(household.persons.stream().filter(p -> p.relation == FamilyMaker.HEAD)).hasSize(1);
      for (Person person : household.persons) {
        if (person.relation == FamilyMaker.CHILD && !person.surname.isEmpty()) {
          families++;
          boolean common =
              household.persons.stream()
                  .anyMatch(p -> p != person && p.surname.equals(person.surname));
          shared += common ? 1 : 0;
        }
      }
    }
    assertThat((double) shared / families).isGreaterThan(0.95);
  }

  @Test
  void thereAreTwinsAndNoTwoOfAHouseholdShareAName() {
    int twins = 0;
    for (Household household : households) {
      for (Person one : household.persons) {
        for (Person other : household.persons) {
          boolean siblings = one != other && one.mother != null && one.mother == other.mother;
          if (siblings && one.birth.equals(other.birth)) {
            twins++;
            assertThat(one.name).isNotEqualTo(other.name);
          }
        }
      }
    }
    assertThat(twins / 2).isBetween(HOUSEHOLDS / 500, HOUSEHOLDS / 40);
  }

  @Test
  void kindsOfHouseholdFollowTheComposition() {
    Map<Kind, Integer> kinds = new EnumMap<>(Kind.class);
    for (Household household : households) {
      kinds.merge(household.kind, 1, Integer::sum);
    }
    assertThat(kinds.get(Kind.SPLIT) / (double) HOUSEHOLDS).isBetween(0.12, 0.14);
    assertThat(kinds.get(Kind.MIGRANT) / (double) HOUSEHOLDS).isBetween(0.265, 0.295);
    assertThat(kinds.get(Kind.AWAY) / (double) HOUSEHOLDS).isBetween(0.034, 0.046);
    assertThat(kinds.get(Kind.FOREIGN) / (double) HOUSEHOLDS).isBetween(0.004, 0.008);
  }

  @Test
  void numbersAreValidAgreeWithThePersonAndIncludeAbolishedDivisions() {
    int abolished = 0;
    for (Household household : households) {
      for (Person person : household.persons) {
        if (person.id.isEmpty()) {
          continue;
        }
        assertThat(CitizenNumbers.valid(person.id)).isTrue();
        assertThat(person.id.substring(6, 14)).isEqualTo(person.birth.toString().replace("-", ""));
        assertThat((person.id.charAt(16) - '0') % 2 == 1).isEqualTo(person.male);
        abolished += person.id.startsWith("5102") || person.id.startsWith("350204") ? 1 : 0;
      }
    }
    assertThat(abolished).isPositive();
  }
}
