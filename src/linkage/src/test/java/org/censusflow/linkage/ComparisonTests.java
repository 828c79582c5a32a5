package org.censusflow.linkage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.censusflow.linkage.SomePeople.Person;
import org.censusflow.linkage.spec.CensusSpecs;
import org.junit.jupiter.api.Test;

class ComparisonTests {

  private static ComparisonResult compare(List<Person> left, List<Person> right) {
    return Comparison.compare(
        SomePeople.population(left),
        SomePeople.population(right),
        CensusSpecs.census(),
        ComparisonProgress.NONE);
  }

  @Test
  void everyPersonFindsTheirRecordByNumber() {
    ComparisonResult result = compare(SomePeople.persons(0, 600), SomePeople.persons(0, 600));
    assertThat(result.links())
        .hasSize(600)
        .allMatch(link -> link.left() == link.right() && link.verdict() == Verdict.MATCH);
    assertThat(result.unmatchedLeft()).isEmpty();
  }

  @Test
  void aMissingNumberIsMadeUpForByNameBirthAndAddress() {
    List<Person> left = SomePeople.persons(0, 600);
    Person p = left.get(100);
    left.set(100, new Person("", p.name(), p.birth(), p.sex(), p.address()));
    Link link = compare(left, SomePeople.persons(0, 600)).linkOfLeft(100);
    assertThat(link.right()).isEqualTo(100);
    assertThat(link.verdict()).isEqualTo(Verdict.MATCH);
  }

  @Test
  void numbersSwappedInAFamilyAreUnswapped() {
    List<Person> left = SomePeople.persons(0, 600);
    Person a = left.get(99);
    Person b = left.get(100);
    left.set(99, new Person(b.id(), a.name(), a.birth(), a.sex(), a.address()));
    left.set(100, new Person(a.id(), b.name(), b.birth(), b.sex(), b.address()));
    ComparisonResult result = compare(left, SomePeople.persons(0, 600));
    assertThat(result.linkOfLeft(99).right()).isEqualTo(99);
    assertThat(result.linkOfLeft(100).right()).isEqualTo(100);
  }

  @Test
  void strangersStayApart() {
    ComparisonResult result = compare(SomePeople.persons(0, 600), SomePeople.persons(600, 1200));
    assertThat(result.links()).isEmpty();
    assertThat(result.unmatchedRight()).hasSize(600);
  }

  @Test
  void aSecondRowOfOnePersonIsACopy() {
    List<Person> left = SomePeople.persons(0, 600);
    left.add(SomePeople.person(5));
    ComparisonResult result = compare(left, SomePeople.persons(0, 600));
    assertThat(result.linkOfLeft(600).copy()).isTrue();
    assertThat(result.leftDuplicates()).containsExactly(new int[] {5, 600});
  }

  @Test
  void evidenceIsReadInChineseAndAddsUp() {
    List<Person> left = SomePeople.persons(0, 600);
    Person p = left.get(100);
    left.set(100, new Person("", p.name(), p.birth(), p.sex(), "别处路9号"));
    ComparisonResult result = compare(left, SomePeople.persons(0, 600));
    Link link = result.linkOfLeft(100);
    assertThat(result.explain(link))
        .extracting(Evidence::label)
        .contains("姓名相同", "出生日期相同", "性别相同", "住址不同");
    assertThat(result.explain(link))
        .filteredOn(e -> e.label().equals("姓名相同"))
        .allMatch(e -> e.weight() > 3);
    assertThat(result.explain(link))
        .filteredOn(e -> e.label().equals("住址不同"))
        .allMatch(e -> e.weight() < 0);
  }

  /** Term frequency: many are called 张伟, so that the name alone proves little. */
  @Test
  void agreeingOnARareNameSaysMoreThanOnACommonOne() {
    List<Person> left = SomePeople.persons(0, 600);
    for (int n = 0; n < 150; n++) {
      left.set(n, named(left.get(n), "张伟"));
    }
    left.set(300, named(left.get(300), "卓玛央金"));
    List<Person> right = List.copyOf(left);
    left.set(100, withoutNumber(left.get(100)));
    left.set(300, withoutNumber(left.get(300)));
    ComparisonResult result = compare(left, right);
    assertThat(weightOfName(result, 300)).isGreaterThan(weightOfName(result, 100) + 3);
  }

  private static double weightOfName(ComparisonResult result, int row) {
    return result.explain(result.linkOfLeft(row)).stream()
        .filter(evidence -> evidence.label().equals("姓名相同"))
        .mapToDouble(Evidence::weight)
        .findFirst()
        .orElseThrow();
  }

  private static Person withoutNumber(Person p) {
    return new Person("", p.name(), p.birth(), p.sex(), p.address());
  }

  private static Person named(Person p, String name) {
    return new Person(p.id(), name, p.birth(), p.sex(), p.address());
  }

  @Test
  void aNameWithItsCharactersTransposedIsStillEvidenceForThePerson() {
    List<Person> right = SomePeople.persons(0, 600);
    right.set(100, named(right.get(100), "欧建国"));
    List<Person> left = new ArrayList<>(right);
    for (int n = 200; n < 240; n++) {
      left.set(n, named(left.get(n), transposed(left.get(n).name())));
    }
    left.set(100, withoutNumber(named(left.get(100), "欧国建")));
    ComparisonResult result = compare(left, right);
    Link link = result.linkOfLeft(100);
    assertThat(link.right()).isEqualTo(100);
    assertThat(link.verdict()).isEqualTo(Verdict.MATCH);
    assertThat(result.explain(link))
        .filteredOn(evidence -> evidence.label().equals("姓名用字相同、次序不同"))
        .hasSize(1)
        .allMatch(evidence -> evidence.weight() > 0);
  }

  private static String transposed(String name) {
    return "" + name.charAt(0) + name.charAt(2) + name.charAt(1);
  }

  @Test
  void aCallerCanStopIt() {
    var rows = SomePeople.population(SomePeople.persons(0, 10));
    assertThatThrownBy(
            () -> Comparison.compare(rows, rows, CensusSpecs.census(), (stage, millis) -> false))
        .isInstanceOf(CancellationException.class);
  }

  @Test
  void rowsOfOnePersonAreNoRivalsOfOneAnother() {
    List<Person> left = SomePeople.persons(0, 600);
    left.add(SomePeople.person(5));
    List<Person> right = SomePeople.persons(0, 600);
    right.replaceAll(p -> new Person("", p.name(), p.birth(), p.sex(), p.address()));
    ComparisonResult result = compare(left, right);
    assertThat(result.linkOfLeft(5).verdict()).isEqualTo(Verdict.MATCH);
    assertThat(result.linkOfLeft(600).right()).isEqualTo(5);
    assertThat(result.linkOfLeft(600).copy()).isTrue();
  }
}
