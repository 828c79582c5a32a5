package org.censusflow.sample.population;

import java.time.LocalDate;
import org.censusflow.sample.population.Household.Kind;
import org.censusflow.sample.population.Person.Hukou;

/**
 * D04: counted twice; D09: a boarder counted at home and at school; D11: wrong form; D12: wrong
 * block.
 */
final class PlaceAnomalies {

  private final LocalDate reference;
  private final AreaPlan plan;

  PlaceAnomalies(LocalDate reference, AreaPlan plan) {
    this.reference = reference;
    this.plan = plan;
  }

  int duplicate(Household household, int most, Rng rng) {
    Person person =
        Anomaly.any(
            household,
            rng,
            one ->
                Anomaly.plain(one)
                    && (one.hukou == Hukou.LOCAL_BLOCK || one.hukou == Hukou.OTHER_DISTRICT));
    if (person == null) {
      return 0;
    }
    person.touched = true;
    CensusRow second = duplicateRow(household, person, rng);
    household.differences.add(
        new InjectedDifference(
            "D04", second, null, second.place.block(), "merged", "other_row=", person.rows.get(0)));
    person.rows.add(second);
    return 1;
  }

  /**
   * A second row that also says "lives here". Of people registered here it stands in the same
   * block, else it would claim a registration in another block and be a residence without its pair
   * as well.
   */
  CensusRow duplicateRow(Household household, Person person, Rng rng) {
    SampleBlock home = household.home.block();
    SampleBlock block = person.hukou == Hukou.LOCAL_BLOCK ? home : plan.other(home, rng);
    CensusRow row = new CensusRow(person, RowPlace.newHousehold(block), true, person.hukou);
    row.relation = person.ageAt(reference) >= 18 ? FamilyMaker.HEAD : FamilyMaker.OTHER;
    return row;
  }

  int studentTwice(Household household, int most, Rng rng) {
    Person student =
        household.kind != Kind.MIGRANT
            ? null
            : Anomaly.any(
                household,
                rng,
                one ->
                    Anomaly.plain(one)
                        && one.school != null
                        && one.ageAt(reference) >= 12
                        && one.school.name.endsWith("中学")
                        && one.school.block != household.home.block());
    if (student == null) {
      return 0;
    }
    student.touched = true;
    student.boards = true;
    SupplyRow enrolled = student.record(SampleSupply.STUDENTS);
    enrolled.boarding = true;
    CensusRow home = student.rows.get(0);
    CensusRow school = RowMaker.schoolRow(student, Hukou.OTHER_DISTRICT);
    student.rows.add(school);
    household.differences.add(
        new InjectedDifference(
            "D09", home, enrolled, household.home.block(), "merged", "school_row=", school));
    return 1;
  }

  /** A permit of Hong Kong, Macao or Taiwan on the short form. */
  int wrongForm(Household household, int most, Rng rng) {
    Person person =
        Anomaly.any(household, rng, one -> one.foreign && !one.touched && one.id.startsWith("8"));
    if (person == null) {
      return 0;
    }
    person.touched = true;
    CensusRow row = person.rows.get(0);
    row.foreignForm = false;
    household.differences.add(
        new InjectedDifference(
            "D11", row, null, household.home.block(), "moved-form", "right=foreign", null));
    return 1;
  }

  /** The household's building stands in another block than the one that it is written in. */
  int wrongBlock(Household household, int most, Rng rng) {
    boolean fit = household.kind == Kind.LOCAL || household.kind == Kind.MIGRANT;
    SampleBlock home = household.home.block();
    SampleBlock wrong = plan.neighbour(home);
    if (!fit || wrong == home || household.persons.size() > most) {
      return 0;
    }
    for (Person person : household.persons) {
      if (!Anomaly.plain(person)) {
        return 0;
      }
    }
    RowPlace place = new RowPlace(wrong, wrong.newHousehold(), 0, household.home.address());
    String outcome = rng.chance(0.9) ? "moved-block" : "kept";
    for (Person person : household.persons) {
      person.touched = true;
      CensusRow row = person.rows.get(0);
      row.place = place;
      household.differences.add(
          new InjectedDifference(
              "D12", row, null, wrong, outcome, "address_block=" + home.code, null));
    }
    return household.persons.size();
  }
}
