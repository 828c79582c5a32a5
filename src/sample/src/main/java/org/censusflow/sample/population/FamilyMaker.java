package org.censusflow.sample.population;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes the people of a household, related by blood, marriage or nothing; the head stands first.
 */
final class FamilyMaker {

  static final int HEAD = 0, SPOUSE = 1, CHILD = 2, PARENT = 3, PARENT_IN_LAW = 4, OTHER = 9;

  private final PersonMaker persons;

  FamilyMaker(PersonMaker persons) {
    this.persons = persons;
  }

  List<Person> make(Household.Kind kind, Rng rng) {
    boolean settled = kind != Household.Kind.MIGRANT && kind != Household.Kind.FOREIGN;
    int shape =
        settled
            ? rng.weighted(0.16, 0.17, 0.40, 0.05, 0.14, 0.06, 0.02)
            : rng.weighted(0.33, 0.20, 0.32, 0.03, 0.02, 0.00, 0.10);
    String ethnicity = kind == Household.Kind.FOREIGN ? Person.HAN : persons.ethnicity(rng);
    return switch (shape) {
      case 0 -> List.of(single(kind, ethnicity, settled ? 75 : 55, rng));
      case 1 -> couple(kind, ethnicity, rng.between(22, settled ? 72 : 55), rng);
      case 2 -> family(kind, ethnicity, rng.between(21, settled ? 58 : 48), rng);
      case 3 -> oneParent(kind, ethnicity, rng);
      case 4 -> threeGenerations(kind, ethnicity, rng);
      case 5 -> couple(kind, ethnicity, rng.between(62, 86), rng);
      default -> shared(rng);
    };
  }

  private Person single(Household.Kind kind, String ethnicity, int oldest, Rng rng) {
    LocalDate birth = persons.birthAtAge(rng.between(19, oldest), rng);
    return persons.named(
        persons.surname(kind, rng), rng.chance(0.55), birth, ethnicity, "", null, rng);
  }

  private List<Person> couple(Household.Kind kind, String ethnicity, int wifesAge, Rng rng) {
    int husbandsAge = Math.max(22, wifesAge + rng.between(-2, 6));
    Person husband = adult(kind, true, ethnicity, husbandsAge, rng);
    Person wife = adult(kind, false, ethnicity, wifesAge, rng);
    boolean husbandHeads = rng.chance(0.75);
    husband.relation = husbandHeads ? HEAD : SPOUSE;
    wife.relation = husbandHeads ? SPOUSE : HEAD;
    List<Person> members = new ArrayList<>(6);
    members.add(husbandHeads ? husband : wife);
    members.add(husbandHeads ? wife : husband);
    return members;
  }

  private List<Person> family(Household.Kind kind, String ethnicity, int mothersAge, Rng rng) {
    List<Person> members = couple(kind, ethnicity, mothersAge, rng);
    Person father = members.get(members.get(0).male ? 0 : 1);
    Person mother = members.get(members.get(0).male ? 1 : 0);
    addChildren(members, father, mother, rng);
    return members;
  }

  private List<Person> oneParent(Household.Kind kind, String ethnicity, Rng rng) {
    Person mother = adult(kind, false, ethnicity, rng.between(24, 50), rng);
    List<Person> members = new ArrayList<>(4);
    members.add(mother);
    addChildren(members, null, mother, rng);
    return members;
  }

  private List<Person> threeGenerations(Household.Kind kind, String ethnicity, Rng rng) {
    List<Person> members = family(kind, ethnicity, rng.between(22, 48), rng);
    Person father = members.get(members.get(0).male ? 0 : 1);
    int relation = father.relation == HEAD ? PARENT : PARENT_IN_LAW;
    LocalDate birth = father.birth.minusYears(rng.between(22, 33)).minusDays(rng.below(365));
    String family = father.surname;
    int first = rng.below(3);
    if (first != 0) {
      members.add(elder(family, true, birth, ethnicity, relation, rng));
    }
    if (first != 1) {
      LocalDate wifes = birth.plusDays(rng.between(-300, 2200));
      LocalDate youngest = father.birth.minusYears(18);
      wifes = wifes.isAfter(youngest) ? youngest : wifes;
      members.add(elder(persons.surname(kind, rng), false, wifes, ethnicity, relation, rng));
    }
    return members;
  }

  private List<Person> shared(Rng rng) {
    List<Person> members = new ArrayList<>(4);
    int size = rng.between(2, 4);
    for (int i = 0; i < size; i++) {
      Person person = persons.stranger(rng.between(18, 45), rng);
      person.relation = i == 0 ? HEAD : OTHER;
      members.add(person);
    }
    return members;
  }

  /** Up to three children, sometimes twins; grown-up ones have mostly left. */
  private void addChildren(List<Person> members, Person father, Person mother, Rng rng) {
    int wanted = 1 + rng.weighted(0.55, 0.38, 0.07);
    String surname = (father != null && !rng.chance(0.04) ? father : mother).surname;
    LocalDate last = persons.reference().minusDays(1);
    LocalDate birth = mother.birth.plusYears(rng.between(20, 35)).plusDays(rng.below(365));
    if (birth.isAfter(last)) {
      birth = last.minusDays(rng.below(1200));
      birth = birth.isBefore(mother.birth.plusYears(19)) ? last.minusDays(rng.below(300)) : birth;
    }
    String generation = rng.chance(0.35) ? persons.givenCharacter(rng.chance(0.5), birth, rng) : "";
    for (int i = 0; i < wanted && !birth.isAfter(last); i++) {
      boolean twins = i + 1 < wanted && rng.chance(0.04);
      boolean stays = birth.isAfter(last.minusYears(27)) || rng.chance(0.25);
      for (int k = 0; k < (twins ? 2 : 1) && stays; k++) {
        Person child = child(surname, birth, generation, father, mother, rng);
        while (named(members, child.name)) {
          child = child(surname, birth, generation, father, mother, rng);
        }
        members.add(child);
      }
      i += twins ? 1 : 0;
      birth = birth.plusDays(rng.between(420, 2300));
    }
  }

  private static boolean named(List<Person> members, String name) {
    return members.stream().anyMatch(member -> member.name.equals(name));
  }

  Person child(
      String surname, LocalDate birth, String generation, Person father, Person mother, Rng rng) {
    Person child =
        persons.named(surname, rng.chance(0.52), birth, mother.ethnicity, generation, father, rng);
    child.relation = CHILD;
    child.mother = mother;
    return child;
  }

  private Person adult(Household.Kind kind, boolean male, String ethnicity, int age, Rng rng) {
    LocalDate birth = persons.birthAtAge(age, rng);
    return persons.named(persons.surname(kind, rng), male, birth, ethnicity, "", null, rng);
  }

  private Person elder(
      String surname, boolean male, LocalDate birth, String ethnicity, int relation, Rng rng) {
    Person elder = persons.named(surname, male, birth, ethnicity, "", null, rng);
    elder.relation = relation;
    return elder;
  }
}
