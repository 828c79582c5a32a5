package org.censusflow.linkage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.censusflow.linkage.SomePeople.Person;
import org.censusflow.linkage.population.Population;
import org.censusflow.linkage.spec.CensusSpecs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A dirty population of a few thousand, compared in different ways that must come to the same. */
class DeterminismTests {

  private final List<Person> left = dirty(0, 6000, 1);
  private final List<Person> right = dirty(300, 6300, 2);

  private static List<Person> dirty(int from, int to, long seed) {
    Random random = new Random(seed);
    List<Person> persons = new ArrayList<>();
    for (Person p : SomePeople.persons(from, to)) {
      String id = random.nextInt(12) == 0 ? "" : p.id();
      String name = random.nextInt(25) == 0 ? p.name().substring(0, 2) : p.name();
      String birth = random.nextInt(30) == 0 ? p.birth().substring(0, 8) + "01" : p.birth();
      String address = random.nextInt(15) == 0 ? "别处路" + random.nextInt(90) + "号" : p.address();
      persons.add(new Person(id, name, birth, p.sex(), address));
    }
    return persons;
  }

  private List<Link> links(int threads) {
    Population a = SomePeople.population(left);
    Population b = SomePeople.population(right);
    return new ArrayList<>(
        Comparison.compare(a, b, CensusSpecs.census(), ComparisonProgress.NONE, threads).links());
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 7})
  void theNumberOfThreadsChangesNothing(int threads) {
    assertThat(links(threads)).isEqualTo(links(1));
  }

  @Test
  void nearlyEverybodyIsFoundAndNobodyTwice() {
    List<Link> links = links(2);
    long right = links.stream().filter(link -> link.left() == link.right() + 300).count();
    assertThat(right).isGreaterThan(5600);
    assertThat(links.size() - right).isLessThan(10);
    assertThat(links.stream().filter(link -> !link.copy()).map(Link::right))
        .doesNotHaveDuplicates();
  }

  @Test
  void duplicatesAreTheSameForAnyNumberOfThreads() {
    Population rows = SomePeople.population(left);
    List<Link> one =
        Comparison.dedupe(rows, CensusSpecs.census(), ComparisonProgress.NONE, 1).pairs();
    assertThat(Comparison.dedupe(rows, CensusSpecs.census(), ComparisonProgress.NONE, 7).pairs())
        .isEqualTo(one);
  }
}
