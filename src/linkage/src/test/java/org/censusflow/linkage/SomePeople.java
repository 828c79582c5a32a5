package org.censusflow.linkage;

import java.util.ArrayList;
import java.util.List;
import org.censusflow.linkage.population.Population;
import org.censusflow.linkage.spec.CensusSpecs;

/** Invented persons for tests, each with a valid number. */
final class SomePeople {

  static final String BLOCK = "350205001001001";

  private static final String SURNAMES = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗";
  private static final String GIVEN = "伟芳娜敏静丽强磊军洋勇艳杰涛明超秀霞平刚桂英华玉兰文斌玲燕宇浩佳雪梅";

  private SomePeople() {}

  /** Person number n: family name and address by household of three, everything else by n. */
  record Person(String id, String name, String birth, String sex, String address) {}

  static Person person(int n) {
    int household = n / 3;
    long mixed = org.censusflow.linkage.population.Hashing.mix(n + 17L) >>> 1;
    int year = 1930 + (int) (mixed % 90);
    int month = 1 + (int) (mixed / 90 % 12);
    int day = 1 + (int) (mixed / 1080 % 28);
    String name =
        ""
            + SURNAMES.charAt(household * 7 % 20)
            + GIVEN.charAt((int) (mixed / 40000 % GIVEN.length()))
            + GIVEN.charAt((int) (mixed / 2000000 % GIVEN.length()));
    String birth = String.format("%04d-%02d-%02d", year, month, day);
    int order = 100 + n % 800;
    String first = "350205" + birth.replace("-", "") + String.format("%03d", order);
    String address =
        "滨湖路"
            + (1 + household / 20)
            + "号"
            + (1 + household % 20 / 10)
            + "幢"
            + (101 + household % 10)
            + "室";
    return new Person(withCheckDigit(first), name, birth, order % 2 == 1 ? "1" : "2", address);
  }

  static String withCheckDigit(String first17) {
    int[] weight = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    int sum = 0;
    for (int i = 0; i < 17; i++) {
      sum += (first17.charAt(i) - '0') * weight[i];
    }
    return first17 + "10X98765432".charAt(sum % 11);
  }

  static Population population(List<Person> persons) {
    Population.Builder builder = Population.builder(CensusSpecs.census().populationFields());
    for (int i = 0; i < persons.size(); i++) {
      Person p = persons.get(i);
      builder.add("r" + i, p.id(), p.name(), p.birth(), p.sex(), p.address());
    }
    return builder.build();
  }

  static List<Person> persons(int from, int to) {
    List<Person> persons = new ArrayList<>();
    for (int n = from; n < to; n++) {
      persons.add(person(n));
    }
    return persons;
  }
}
