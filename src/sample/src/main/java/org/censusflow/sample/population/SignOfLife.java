package org.censusflow.sample.population;

import org.censusflow.sample.population.Person.Hukou;
import org.censusflow.sample.population.Person.Life;

/**
 * D10: social insurance, tax or employment know somebody whom neither the census nor the household
 * register knows.
 */
final class SignOfLife implements Anomaly {

  private final PersonMaker persons;

  SignOfLife(PersonMaker persons) {
    this.persons = persons;
  }

  @Override
  public int lay(Household household, int most, Rng rng) {
    Person person = persons.stranger(rng.between(20, 57), rng);
    person.touched = true;
    person.life = Life.GONE;
    person.hukou = Hukou.OTHER_DISTRICT;
    persons.issueId(person, rng);
    SampleBlock block = household.home.block();
    Address address = RowPlace.newHousehold(block).address();
    String employer = RowMaker.employer(rng);
    SupplyRow record = RowMaker.insure(SampleSupply.SOCIAL_INSURED, address, person, employer);
    SampleSupply[] others = {
      SampleSupply.MEDICAL_INSURED, SampleSupply.TAXPAYERS, SampleSupply.EMPLOYMENT
    };
    for (SampleSupply other : others) {
      if (rng.chance(0.35)) {
        RowMaker.insure(other, address, person, employer);
      }
    }
    household.persons.add(person);
    String[] outcomes = {"added", "non-resident", "not-found"};
    String[] details = {
      "why=person overlooked", "why=works here and lives elsewhere", "why=nobody knows the person"
    };
    int found = rng.weighted(0.35, 0.5, 0.15);
    household.differences.add(
        new InjectedDifference("D10", null, record, block, outcomes[found], details[found], null));
    return 1;
  }
}
