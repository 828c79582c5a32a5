package org.censusflow.linkage;

import java.util.BitSet;
import org.censusflow.linkage.population.ResidentId;

/**
 * Finds out which rows of census and registers are one person, so that everything found about a
 * person comes together: the links of each comparison, census rows with one number, and persons
 * whom only registers know.
 */
final class PersonGrouping {

  private final DistrictRows district;
  private final Persons persons;
  private final BitSet conflicts = new BitSet();
  private final BitSet confirmed = new BitSet();

  PersonGrouping(DistrictRows district, Judgements judgements) {
    this.district = district;
    persons = new Persons(district.size);
    judgements.applyTo(persons);
  }

  Persons persons() {
    return persons;
  }

  /**
   * Whether a census row's number is somebody else's, and no register says that it is this
   * person's.
   */
  boolean conflict(int censusRow) {
    return conflicts.get(censusRow) && !confirmed.get(censusRow);
  }

  /**
   * Takes over the links of a register's comparison; a doubtful one counts when it is more likely
   * than not. Two valid numbers that differ are two persons, however alike the rest is (twins share
   * household, birth date and often sex), unless the whole identity is the same; and one record is
   * two rows' only when those are plainly one person.
   */
  void link(RegisterRows register, ComparisonResult result) {
    for (Link link : result.links()) {
      boolean likely = link.verdict() == Verdict.MATCH || link.posterior() >= 0.5;
      if (likely
          && !twoPersons(link.left(), register, link.right())
          && !(link.copy() && !samePerson(link.left(), register, link.right()))) {
        persons.same(link.left(), register.offset + link.right());
      }
    }
  }

  /** A second row for one record has to be the same in number or in name, birth date and sex. */
  private boolean samePerson(int censusRow, RegisterRows register, int row) {
    CensusRows census = district.census;
    return census.id(censusRow) != 0 && census.id(censusRow) == register.id(row)
        || census.identity(censusRow) != 0 && census.identity(censusRow) == register.identity(row);
  }

  private boolean twoPersons(int censusRow, RegisterRows register, int row) {
    CensusRows census = district.census;
    return census.differentNumbers(censusRow, register, row)
        && census.identity(censusRow) != register.identity(row);
  }

  /**
   * A birth record that found no row: the mother's household may have the child, of the same date
   * and sex, under a new name.
   */
  void linkByMother(RegisterRows births, ComparisonResult result) {
    CensusRows census = district.census;
    RowTable mothers = new RowTable();
    RowTable children = new RowTable();
    for (int row = 0; row < census.rows.size(); row++) {
      mothers.enter(census.id(row), row);
      if (result.linkOfLeft(row) == null && census.householdKey(row) != 0) {
        children.enter(child(census.householdKey(row), census.birth(row), census.sex(row)), row);
      }
    }
    for (int row : result.unmatchedRight()) {
      int mother = mothers.row(births.motherId(row));
      if (mother >= 0 && births.birth(row) != 0) {
        int child =
            children.row(child(census.householdKey(mother), births.birth(row), births.sex(row)));
        if (child >= 0) {
          persons.same(child, births.offset + row);
        }
      }
    }
  }

  private static long child(long household, int birth, long sex) {
    return org.censusflow.linkage.population.Hashing.combine(household, birth * 4L + sex);
  }

  /**
   * Census rows with one number: one person, unless name and date of birth both say no or people
   * have told the two apart.
   */
  void joinCensusRows() {
    CensusRows census = district.census;
    RowTable numbers = new RowTable();
    RowTable identities = new RowTable();
    for (int row = 0; row < census.rows.size(); row++) {
      int before = numbers.enter(census.id(row), row);
      if (before >= 0 && !(census.compatible(row, census, before) && persons.same(row, before))) {
        conflicts.set(row);
        conflicts.set(before);
      }
      before = identities.enter(census.identity(row), row);
      if (before >= 0 && !census.differentNumbers(row, census, before) && near(row, before)) {
        persons.same(row, before);
      }
    }
  }

  /**
   * Without a number to prove it, one person's two rows share an address or are a row of each kind.
   */
  private boolean near(int a, int b) {
    CensusRows census = district.census;
    return census.here(a) != census.here(b)
        || !census.address.missing(a) && census.address.key(a) == census.address.key(b);
  }

  /**
   * Rows of registers join by number, and by name, birth date and sex where the census does not
   * know the person.
   */
  void joinRegisterRows() {
    RowTable numbers = new RowTable();
    RowTable identities = new RowTable();
    for (RegisterRows register : district.registers) {
      for (int row = 0; row < register.rows.size(); row++) {
        int node = register.offset + row;
        long number = ResidentId.isValid(register.id(row)) ? register.id(row) : 0;
        joinIfCompatible(numbers.enter(number, node), node);
        if (persons.of(node) >= district.census.rows.size()) {
          int before = identities.enter(register.identity(row), node);
          if (before >= 0
              && !register.differentNumbers(row, district.rows(before), district.row(before))) {
            persons.same(node, before);
          }
        }
      }
    }
  }

  private void joinIfCompatible(int before, int node) {
    if (before < 0) {
      return;
    }
    PersonRows other = district.rows(before);
    PersonRows own = district.rows(node);
    boolean twoCensusPersons =
        district.ofCensus(persons.of(before))
            && district.ofCensus(persons.of(node))
            && persons.of(before) != persons.of(node);
    if (!twoCensusPersons && own.compatible(district.row(node), other, district.row(before))) {
      persons.same(node, before);
    }
  }

  /**
   * Marks census rows whose number a register gives to somebody who is another person, and those to
   * whom a register gives it as well: of two rows with one number, the owner is not the one at
   * fault.
   */
  void findConflicts() {
    CensusRows census = district.census;
    RowTable numbers = new RowTable();
    for (int row = 0; row < census.rows.size(); row++) {
      numbers.enter(census.id(row), row);
    }
    confirmOwners();
    for (RegisterRows register : district.registers) {
      for (int row = 0; row < register.rows.size(); row++) {
        int owner = numbers.row(register.id(row));
        if (owner >= 0
            && persons.of(owner) != persons.of(register.offset + row)
            && !census.compatible(owner, register, row)) {
          conflicts.set(owner);
        }
      }
    }
  }

  private void confirmOwners() {
    CensusRows census = district.census;
    for (RegisterRows register : district.registers) {
      RowTable numbers = new RowTable();
      for (int row = 0; row < register.rows.size(); row++) {
        numbers.enter(register.id(row), row);
      }
      for (int row = 0; row < census.rows.size(); row++) {
        int record = numbers.row(census.id(row));
        if (record >= 0
            && census.identity(row) != 0
            && census.identity(row) == register.identity(record)) {
          confirmed.set(row);
        }
      }
    }
  }
}
