package org.censusflow.difference;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.censusflow.registration.Answers;
import org.censusflow.registration.Change;
import org.censusflow.registration.Corrections;
import org.censusflow.registration.RegisteredPerson;
import org.censusflow.registration.Registrations;
import org.springframework.stereotype.Component;

/** Turns an approved outcome into a new version of the registration. */
@Component
class CorrectionApplier {

  private static final String HERE = "here";
  private static final String ABSENT = "absent";
  private static final String SHORT_FORM = "short";
  private static final String FOREIGN_FORM = "foreign";

  private final Registrations registrations;
  private final Corrections corrections;
  private final DifferenceStore store;

  CorrectionApplier(Registrations registrations, Corrections corrections, DifferenceStore store) {
    this.registrations = registrations;
    this.corrections = corrections;
    this.store = store;
  }

  /** Before all of a block's outcomes, so that those of another block wait or have written. */
  void begin(String censusId, List<Difference> differences) {
    Set<String> blocks = new TreeSet<>();
    Set<Long> persons = new TreeSet<>();
    for (Difference difference : differences) {
      blocks.add(difference.block());
      Optional.ofNullable(difference.correction().get("block")).ifPresent(blocks::add);
      Optional.ofNullable(difference.personId()).ifPresent(persons::add);
      Optional.ofNullable(difference.secondPersonId()).ifPresent(persons::add);
    }
    corrections.begin(censusId, blocks, persons);
  }

  void apply(Difference difference) {
    Change change =
        new Change(
            difference.id(), difference.reason(), difference.settledBy(), difference.reviewedBy());
    Map<String, String> given = difference.correction();
    switch (difference.outcome().effect()) {
      case NONE -> {}
      case ADD -> add(difference, change);
      case REMOVE -> corrections.remove(difference.personId(), change);
      case REMOVE_SECOND -> corrections.remove(superfluous(difference), change);
      case CORRECT -> {
        RegisteredPerson person = person(difference);
        corrections.correct(
            person.id(), person.block(), corrected(person.answers(), given), change);
      }
      case ADD_PAIR -> pair(difference, change);
      case MOVE_FORM -> {
        RegisteredPerson person = person(difference);
        corrections.correct(person.id(), person.block(), otherForm(person.answers()), change);
      }
      case MOVE_BLOCK -> {
        RegisteredPerson person = person(difference);
        corrections.correct(person.id(), given.get("block"), person.answers(), change);
      }
    }
    store.applied(difference.id());
  }

  private RegisteredPerson person(Difference difference) {
    return registrations.current(List.of(difference.personId())).get(0);
  }

  private void add(Difference difference, Change change) {
    Map<String, String> given = difference.correction();
    String block = given.getOrDefault("block", difference.block());
    int householdNo =
        given.containsKey("householdNo")
            ? Integer.parseInt(given.get("householdNo"))
            : corrections.nextHouseholdNo(difference.censusId(), block);
    Answers answers =
        new Answers(
            1,
            given.get("name"),
            given.get("relation"),
            given.get("idNumber"),
            given.get("sex"),
            LocalDate.parse(given.get("birthDate")),
            given.get("ethnicity"),
            HERE,
            null,
            SHORT_FORM);
    corrections.add(
        difference.censusId(), block, householdNo, given.get("address"), answers, change);
  }

  /**
   * Of two registrations of one person the first is kept, unless the officer says to keep the
   * second.
   */
  private static long superfluous(Difference difference) {
    boolean keepSecond = "second".equals(difference.correction().get("keep"));
    return keepSecond || difference.secondPersonId() == null
        ? difference.personId()
        : difference.secondPersonId();
  }

  /**
   * Adds the missing half: the place of registration for who lives here, the place of living for
   * who is absent.
   */
  private void pair(Difference difference, Change change) {
    RegisteredPerson known = person(difference);
    Answers a = known.answers();
    Answers other =
        new Answers(
            1,
            a.name(),
            a.relation(),
            a.idNumber(),
            a.sex(),
            a.birthDate(),
            a.ethnicity(),
            HERE.equals(a.residence()) ? ABSENT : HERE,
            a.hukouPlace(),
            a.form());
    String block = difference.correction().get("block");
    corrections.add(
        difference.censusId(),
        block,
        corrections.nextHouseholdNo(difference.censusId(), block),
        known.address(),
        other,
        change);
  }

  private static Answers corrected(Answers a, Map<String, String> given) {
    String birth = given.get("birthDate");
    return new Answers(
        a.lineNo(),
        given.getOrDefault("name", a.name()),
        given.getOrDefault("relation", a.relation()),
        given.getOrDefault("idNumber", a.idNumber()),
        given.getOrDefault("sex", a.sex()),
        birth == null ? a.birthDate() : LocalDate.parse(birth),
        given.getOrDefault("ethnicity", a.ethnicity()),
        a.residence(),
        a.hukouPlace(),
        a.form());
  }

  private static Answers otherForm(Answers a) {
    return new Answers(
        a.lineNo(),
        a.name(),
        a.relation(),
        a.idNumber(),
        a.sex(),
        a.birthDate(),
        a.ethnicity(),
        a.residence(),
        a.hukouPlace(),
        SHORT_FORM.equals(a.form()) ? FOREIGN_FORM : SHORT_FORM);
  }
}
