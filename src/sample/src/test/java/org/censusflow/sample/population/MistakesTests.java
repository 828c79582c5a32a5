package org.censusflow.sample.population;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MistakesTests {

  private static final LocalDate REFERENCE = LocalDate.of(2020, 11, 1);

  private final Mistakes mistakes = new Mistakes(REFERENCE);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "name-similar",
        "name-homophone",
        "name-character-lost",
        "name-reversed",
        "birth-day",
        "birth-month",
        "birth-day-month-swapped",
        "birth-year",
        "sex",
        "ethnicity"
      })
  void aMistakeChangesExactlyItsField(String kind) {
    SampleOptions options = SampleOptions.of(10, 1, 3);
    PersonMaker persons = new PersonMaker(options);
    Rng rng = new Rng(5, 5);
    for (int i = 0; i < 5_000; i++) {
      Person person = persons.stranger(rng.between(0, 90), rng);
      SupplyRow row = new SupplyRow(SampleSupply.STUDENTS, person, new Address("", "", "", ""));
      mistakes.make(row, kind, rng);
      assertThat(!row.name.equals(person.name)).isEqualTo(kind.startsWith("name"));
      assertThat(!row.birth.equals(person.birth)).isEqualTo(kind.startsWith("birth"));
      assertThat(row.male != person.male).isEqualTo(kind.equals("sex"));
      assertThat(!row.ethnicity.equals(person.ethnicity)).isEqualTo(kind.equals("ethnicity"));
      assertThat(row.birth).isBefore(REFERENCE);
    }
  }

  @Test
  void aMistakeInANameKeepsWholeCharacters() {
    PersonMaker persons = new PersonMaker(SampleOptions.of(10, 1, 3));
    Rng rng = new Rng(6, 6);
    Person person = persons.stranger(30, rng);
    person.name = "王\uD873\uDF4A";
    for (String kind : new String[] {"name-similar", "name-homophone", "name-reversed"}) {
      SupplyRow row = new SupplyRow(SampleSupply.STUDENTS, person, new Address("", "", "", ""));
      mistakes.make(row, kind, rng);
      assertThat(row.name.codePointCount(0, row.name.length())).isEqualTo(2);
    }
  }
}
