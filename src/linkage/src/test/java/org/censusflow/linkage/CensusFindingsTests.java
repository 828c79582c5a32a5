package org.censusflow.linkage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.censusflow.linkage.SomePeople.Person;
import org.censusflow.linkage.population.Population;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CensusFindingsTests {

  private static final LocalDate REFERENCE = LocalDate.of(2020, 11, 1);

  private Population.Builder census;
  private Population.Builder household;
  private Population.Builder births;
  private Population.Builder deaths;
  private Population.Builder students;
  private Population.Builder insured;

  @BeforeEach
  void aDistrictWithoutDifferences() {
    census = Population.builder(CensusFields.census());
    household = Population.builder(CensusFields.register(RegisterKind.HOUSEHOLD));
    births = Population.builder(CensusFields.register(RegisterKind.BIRTH));
    deaths = Population.builder(CensusFields.register(RegisterKind.DEATH));
    students = Population.builder(CensusFields.register(RegisterKind.STUDENT));
    insured = Population.builder(CensusFields.register(RegisterKind.INSURED));
    for (int n = 0; n < 300; n++) {
      here("c" + n, SomePeople.person(n), "local-block");
      known("h" + n, SomePeople.person(n));
    }
  }

  private void here(String key, Person p, String hukou) {
    row(key, p, "here", hukou, "short", SomePeople.BLOCK);
  }

  private void row(
      String key, Person p, String residence, String hukou, String form, String block) {
    census.add(
        key,
        p.id(),
        p.name(),
        p.birth(),
        p.sex(),
        p.address(),
        "01",
        residence,
        hukou,
        form,
        block,
        p.address());
  }

  private void known(String key, Person p) {
    household.add(key, p.id(), p.name(), p.birth(), p.sex(), p.address(), "01", "normal");
  }

  private List<Finding<String>> findings() {
    List<Register> registers =
        List.of(
            Register.of("household-register", household.build()),
            Register.of("births", births.build()),
            Register.of("deaths", deaths.build()),
            Register.of("students", students.build()),
            Register.of("social-insured", insured.build()));
    return CensusFindings.find(
        census.build(),
        registers,
        REFERENCE,
        CensusFindingsTests::unlessPlain,
        ComparisonProgress.NONE);
  }

  /** Everything but the pattern of a person whom all agree on is a difference. */
  private static List<String> unlessPlain(Pattern p) {
    Pattern plain =
        new Pattern(
            "here",
            p.register(),
            "none",
            "before",
            "valid",
            "same",
            p.residence(),
            p.student(),
            "right",
            "right");
    boolean settled =
        p.equals(plain)
            && !p.residence().equals("unpaired")
            && !p.student().equals("boarding-twice");
    boolean rightlyDead = p.census().equals("none") && p.register().equals("none");
    return settled || rightlyDead ? List.of() : List.of("difference");
  }

  private Finding<String> only() {
    List<Finding<String>> all = findings();
    assertThat(all).hasSize(1);
    return all.get(0);
  }

  @Test
  void whereAllAgreeNothingIsFound() {
    assertThat(findings()).isEmpty();
  }

  @Test
  void oneMissingPersonIsOneFindingHoweverManyRegistersKnowThem() {
    Person p = SomePeople.person(900);
    known("h900", p);
    students.add("s900", p.id(), p.name(), p.birth(), p.sex(), p.address(), "false", "");
    insured.add("i900", "", p.name(), p.birth(), p.sex(), "");
    Finding<String> finding = only();
    assertThat(finding.pattern().census()).isEqualTo(Pattern.NONE);
    assertThat(finding.pattern().register()).isEqualTo("household");
    assertThat(finding.registers())
        .containsExactly(
            new RegisterReference("household-register", "h900"),
            new RegisterReference("students", "s900"),
            new RegisterReference("social-insured", "i900"));
    assertThat(finding.evidence()).contains("户籍登记有此人，普查无登记");
  }

  /**
   * One household, one birth date, one sex, names that sound alike, in a register whose numbers are
   * often wrong: yet two valid numbers.
   */
  @Test
  void twinsAreTwoPeople() {
    for (int n = 300; n < 360; n++) {
      Person p = SomePeople.person(n);
      here("c" + n, p, "local-block");
      String other = SomePeople.withCheckDigit(p.id().substring(0, 14) + "9" + (n % 89 + 10));
      known("h" + n, new Person(other, p.name(), p.birth(), p.sex(), p.address()));
    }
    here("c900", twin("35020520110504101", "甘浩宇"), "local-block");
    known("h901", twin("35020520110504103", "甘浩雨"));
    assertThat(findings())
        .filteredOn(
            it -> it.registers().contains(new RegisterReference("household-register", "h901")))
        .extracting(it -> it.pattern().census())
        .containsExactly(Pattern.NONE);
  }

  private static Person twin(String first17, String name) {
    return new Person(SomePeople.withCheckDigit(first17), name, "2011-05-04", "1", "滨湖路77号1幢101室");
  }

  @Test
  void aMissingPersonGoesToTheBlockOfTheirAddress() {
    Person stranger = SomePeople.person(900);
    known(
        "h900",
        new Person(
            stranger.id(),
            stranger.name(),
            stranger.birth(),
            stranger.sex(),
            "海沧区" + SomePeople.person(7).address()));
    assertThat(only().block()).isEqualTo(SomePeople.BLOCK);
  }

  @Test
  void livingHereAndRegisteredElsewhereInTheDistrictIsNoDuplicate() {
    Person p = SomePeople.person(900);
    row("c900", p, "here", "other-block", "short", SomePeople.BLOCK);
    row("c901", p, "absent", "local-block", "short", "350205001001002");
    known("h900", p);
    assertThat(findings()).isEmpty();
  }

  @Test
  void aResidenceRowWithoutItsHukouRowIsUnpaired() {
    here("c900", SomePeople.person(900), "other-block");
    known("h900", SomePeople.person(900));
    assertThat(only().pattern().residence()).isEqualTo(Pattern.UNPAIRED);
  }

  @Test
  void twoRowsThatSayLivesHereAreADuplicate() {
    here("c900", SomePeople.person(5), "local-block");
    Finding<String> finding = only();
    assertThat(finding.pattern().census()).isEqualTo(Pattern.DUPLICATE);
    assertThat(finding.censusRow()).isEqualTo("c5");
    assertThat(finding.secondCensusRow()).isEqualTo("c900");
  }

  @Test
  void aDeathBeforeTheReferenceTimeContradictsTheRow() {
    Person p = SomePeople.person(8);
    deaths.add("d8", p.id(), p.name(), p.birth(), p.sex(), p.address(), "2020-10-31");
    assertThat(only().pattern().death()).isEqualTo(Pattern.BEFORE);
  }

  @Test
  void aDeathAfterTheReferenceTimeIsToldApart() {
    Person p = SomePeople.person(8);
    deaths.add("d8", p.id(), p.name(), p.birth(), p.sex(), p.address(), "2020-11-01");
    assertThat(only().pattern().death()).isEqualTo(Pattern.AFTER);
  }

  @Test
  void aChildWithoutANameIsFoundThroughTheMother() {
    Person mother = SomePeople.person(9);
    row(
        "c900",
        new Person("", "王新月", "2020-09-09", "2", mother.address()),
        "here",
        "local-block",
        "short",
        SomePeople.BLOCK);
    births.add("b1", "", "未取名", "2020-09-09", "2", "", mother.id());
    Finding<String> finding = only();
    assertThat(finding.registers()).containsExactly(new RegisterReference("births", "b1"));
    assertThat(finding.pattern().register()).isEqualTo("birth");
  }

  @Test
  void aNumberOfTwoPersonsIsTheFaultOfTheOneWhomNoRegisterConfirms() {
    Person other = SomePeople.person(900);
    here(
        "c900",
        new Person(
            SomePeople.person(5).id(), other.name(), other.birth(), other.sex(), other.address()),
        "other-district");
    Finding<String> finding = only();
    assertThat(finding.censusRow()).isEqualTo("c900");
    assertThat(finding.pattern().idNumber()).isEqualTo(Pattern.CONFLICT);
  }

  @Test
  void aDifferentDateOfBirthIsAnAttributeThatDiffers() {
    Person p = SomePeople.person(900);
    here("c900", p, "local-block");
    known("h900", new Person(p.id(), p.name(), "1901-01-01", p.sex(), p.address()));
    Finding<String> finding = only();
    assertThat(finding.pattern().attribute()).isEqualTo(Pattern.DIFFERS);
    assertThat(finding.evidence()).contains("出生日期与户籍登记不同");
  }

  @Test
  void boardersCountedAtSchoolAndAtHomeAreRecognised() {
    Person p = SomePeople.person(6);
    row(
        "c900",
        new Person(p.id(), p.name(), p.birth(), p.sex(), "学府路1号"),
        "here",
        "other-block",
        "short",
        "350205001001009");
    students.add("s1", p.id(), p.name(), p.birth(), p.sex(), p.address(), "true", "学府路1号");
    assertThat(only().pattern().student()).isEqualTo(Pattern.BOARDING_TWICE);
  }

  @Test
  void aForeignPassportOnTheShortFormIsTheWrongForm() {
    here("c900", new Person("E12345678", "John Smith", "1980-02-03", "1", "滨湖路1号1幢101室"), "none");
    assertThat(only().pattern().form()).isEqualTo(Pattern.WRONG);
  }

  @Test
  void theClassifierIsAskedOncePerPattern() {
    List<Pattern> asked = new ArrayList<>();
    List<Register> registers = List.of(Register.of("household-register", household.build()));
    CensusFindings.find(
        census.build(),
        registers,
        REFERENCE,
        pattern -> {
          asked.add(pattern);
          return List.of();
        },
        ComparisonProgress.NONE);
    assertThat(asked).doesNotHaveDuplicates().hasSizeLessThan(10);
  }
}
