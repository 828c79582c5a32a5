package org.censusflow.linkage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.censusflow.linkage.SomePeople.Person;
import org.censusflow.linkage.population.Population;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What people decide about a pair outranks what the comparison makes of it, both ways. */
class PersonVerdictTests {

  private static final RegisterReference RECORD =
      new RegisterReference("household-register", "h900");

  private Population.Builder census;
  private Population.Builder household;

  @BeforeEach
  void aDistrict() {
    census = Population.builder(CensusFields.census());
    household = Population.builder(CensusFields.register(RegisterKind.HOUSEHOLD));
    for (int n = 0; n < 300; n++) {
      here("c" + n, SomePeople.person(n));
      known("h" + n, SomePeople.person(n));
    }
  }

  private void here(String key, Person p) {
    census.add(
        key,
        p.id(),
        p.name(),
        p.birth(),
        p.sex(),
        p.address(),
        "01",
        "here",
        "local-block",
        "short",
        SomePeople.BLOCK,
        p.address());
  }

  private void known(String key, Person p) {
    household.add(key, p.id(), p.name(), p.birth(), p.sex(), p.address(), "01", "normal");
  }

  /** One row and one record with the same number, and nothing else alike: a swap, or one person. */
  private void aDoubtfulPair() {
    Person p = SomePeople.person(900);
    here("c900", p);
    known("h900", new Person(p.id(), "欧阳建国", "1931-02-03", p.sex(), "滨湖路99号"));
  }

  private DistrictFindings<Pattern> found(PersonVerdict... verdicts) {
    return CensusFindings.compare(
        census.build(),
        List.of(Register.of("household-register", household.build())),
        LocalDate.of(2020, 11, 1),
        List.of(verdicts),
        List::of,
        ComparisonProgress.NONE);
  }

  private static Finding<Pattern> ofRow(DistrictFindings<Pattern> found, String row) {
    return found.findings().stream().filter(f -> row.equals(f.censusRow())).findFirst().get();
  }

  private static PersonVerdict same(String row, boolean same) {
    return new PersonVerdict(row, RECORD, same);
  }

  @Test
  void aDoubtfulPairIsHandedOutWithItsEvidence() {
    aDoubtfulPair();
    DistrictFindings<Pattern> found = found();
    assertThat(found.reviews()).hasSize(1);
    ReviewPair pair = found.reviews().get(0);
    assertThat(pair.censusRow()).isEqualTo("c900");
    assertThat(pair.register()).isEqualTo(RECORD);
    assertThat(pair.evidence()).extracting(Evidence::field).contains("id_number", "name");
    assertThat(found.registers().get(0).review()).isEqualTo(1);
    assertThat(pair.takenAsSame()).isEqualTo(ofRow(found, "c900").registers().contains(RECORD));
  }

  @Test
  void whatPeopleCallOnePersonIsOneFinding() {
    aDoubtfulPair();
    DistrictFindings<Pattern> found = found(same("c900", true));
    assertThat(ofRow(found, "c900").registers()).containsExactly(RECORD);
    assertThat(found.reviews()).isEmpty();
    assertThat(found.registers().get(0).review()).isZero();
    assertThat(found.registers().get(0).matched()).isEqualTo(301);
  }

  @Test
  void whatPeopleCallTwoPersonsIsTwoFindings() {
    aDoubtfulPair();
    DistrictFindings<Pattern> found = found(same("c900", false));
    assertThat(ofRow(found, "c900").registers()).isEmpty();
    assertThat(found.findings())
        .filteredOn(f -> f.censusRow() == null)
        .singleElement()
        .satisfies(f -> assertThat(f.registers()).containsExactly(RECORD));
    assertThat(found.reviews()).isEmpty();
    assertThat(found.registers().get(0).onlyCensus()).isEqualTo(1);
    assertThat(found.registers().get(0).onlyRegister()).isEqualTo(1);
  }

  @Test
  void evenACertainMatchIsPartedByPeople() {
    here("c900", SomePeople.person(900));
    known("h900", SomePeople.person(900));
    assertThat(ofRow(found(), "c900").registers()).containsExactly(RECORD);
    assertThat(ofRow(found(same("c900", false)), "c900").registers()).isEmpty();
  }

  @Test
  void evenStrangersAreJoinedByPeople() {
    here("c900", SomePeople.person(900));
    known("h900", SomePeople.person(901));
    assertThat(ofRow(found(), "c900").registers()).isEmpty();
    assertThat(ofRow(found(same("c900", true)), "c900").registers()).containsExactly(RECORD);
  }

  @Test
  void twoPersonsDoNotComeTogetherByWayOfAThirdRow() {
    Person p = SomePeople.person(900);
    here("c900", p);
    here("c901", p);
    known("h900", p);
    DistrictFindings<Pattern> found = found(same("c900", false), same("c901", true));
    assertThat(ofRow(found, "c900").registers()).isEmpty();
    assertThat(ofRow(found, "c901").registers()).containsExactly(RECORD);
    assertThat(ofRow(found, "c900").pattern().census()).isEqualTo(Pattern.HERE);
  }

  @Test
  void theLaterOfTwoVerdictsCounts() {
    aDoubtfulPair();
    assertThat(ofRow(found(same("c900", true), same("c900", false)), "c900").registers()).isEmpty();
  }

  @Test
  void aVerdictOnAPairThatIsGoneSaysNothing() {
    aDoubtfulPair();
    PersonVerdict gone =
        new PersonVerdict("c900", new RegisterReference("household-register", "x"), false);
    assertThat(found(gone, same("x", true))).isEqualTo(found());
  }

  @Test
  void withoutTheVerdictTheComparisonDecidesAsBefore() {
    aDoubtfulPair();
    DistrictFindings<Pattern> before = found();
    found(same("c900", false));
    assertThat(found()).isEqualTo(before);
  }
}
