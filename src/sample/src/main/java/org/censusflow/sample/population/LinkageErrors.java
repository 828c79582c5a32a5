package org.censusflow.sample.population;

import java.util.function.Predicate;

/**
 * Errors between census and household register by rate, for measuring linkage. Each person gets one
 * error at most, but an error of the ID number may come with a second one (correlated errors are
 * what makes people hard to find).
 */
final class LinkageErrors {

  private static final String[] KINDS = {
    "only-in-census",
    "only-in-register",
    "id-swapped",
    "duplicate",
    "id-missing",
    "id-mistyped",
    "field-difference"
  };

  private final ErrorModel.Linkage rates;
  private final Quota[] quotas;
  private final Mistakes mistakes;
  private final PlaceAnomalies places;
  private final AreaPlan plan;

  LinkageErrors(SampleOptions options, AreaPlan plan) {
    this.rates = options.errors().linkage();
    this.mistakes = new Mistakes(options.reference());
    this.places = new PlaceAnomalies(options.reference(), plan);
    this.plan = plan;
    double[] shares = {
      rates.onlyInCensus(),
      rates.onlyInRegister(),
      rates.idSwapped(),
      rates.duplicate(),
      rates.idMissing(),
      rates.idMistyped(),
      rates.fieldDifference()
    };
    this.quotas = new Quota[shares.length];
    for (int i = 0; i < shares.length; i++) {
      quotas[i] = new Quota(shares[i]);
    }
  }

  void lay(Household household, int persons, Rng rng) {
    for (int i = 0; i < KINDS.length; i++) {
      quotas[i].grow(persons);
      if (quotas[i].due(rng) > 0) {
        quotas[i].paid(lay(KINDS[i], household, rng));
      }
    }
  }

  private int lay(String kind, Household household, Rng rng) {
    Person person = Anomaly.any(household, rng, LinkageErrors::inBoth);
    if (person == null) {
      return 0;
    }
    CensusRow row = person.rows.get(0);
    SupplyRow record = person.record(SampleSupply.HOUSEHOLD_REGISTER);
    switch (kind) {
      case "only-in-census" -> person.drop(SampleSupply.HOUSEHOLD_REGISTER);
      case "only-in-register" -> {
        person.rows.clear();
        add(household, "D01", null, record, "added", "kind=" + kind);
      }
      case "id-swapped" -> {
        return swap(household, person, rng);
      }
      case "duplicate" -> duplicate(household, person, record, rng);
      case "field-difference" -> {
        boolean census = rng.chance(rates.censusSide());
        String field = mistakes.make(census ? row : record, rates.fields(), rng);
        fieldError(household, row, record, field, census);
        household.pairErrors.add(new PairError(row, record, field));
      }
      default -> idError(kind, household, row, record, rng);
    }
    person.touched = true;
    return 1;
  }

  private static boolean inBoth(Person person) {
    return Anomaly.plain(person)
        && !person.id.isEmpty()
        && person.record(SampleSupply.HOUSEHOLD_REGISTER) != null;
  }

  private int swap(Household household, Person person, Rng rng) {
    Predicate<Person> fit = one -> one != person && inBoth(one) && !one.birth.equals(person.birth);
    Person other = Anomaly.any(household, rng, fit);
    if (other == null) {
      return 0;
    }
    boolean census = rng.chance(rates.censusSide());
    for (Person one : new Person[] {person, other}) {
      CensusRow row = one.rows.get(0);
      SupplyRow record = one.record(SampleSupply.HOUSEHOLD_REGISTER);
      (census ? row : record).id = (one == person ? other : person).id;
      if (census) {
        add(household, "D07", row, null, "corrected", "kind=swapped;right=" + one.id);
      }
      household.pairErrors.add(new PairError(row, record, "id-swapped"));
      one.touched = true;
    }
    return 2;
  }

  private void duplicate(Household household, Person person, SupplyRow record, Rng rng) {
    CensusRow second = places.duplicateRow(household, person, rng);
    household.differences.add(
        new InjectedDifference(
            "D04", second, null, second.place.block(), "merged", "other_row=", person.rows.get(0)));
    person.rows.add(second);
    household.pairErrors.add(new PairError(second, record, "duplicate"));
  }

  private void idError(String kind, Household household, CensusRow row, SupplyRow record, Rng rng) {
    boolean census = rng.chance(rates.censusSide());
    Identity side = census ? row : record;
    String right = side.id;
    String detail = kind;
    if (kind.equals("id-missing")) {
      side.id = "";
    } else {
      double[] weights = rates.ids().values().stream().mapToDouble(Double::doubleValue).toArray();
      detail = rates.ids().keySet().toArray(String[]::new)[rng.weighted(weights)];
      boolean digit = detail.equals("digit");
      side.id =
          digit
              ? CitizenNumbers.digitError(right, rng)
              : CitizenNumbers.neighboursSwapped(right, rng);
    }
    if (census) {
      add(household, "D07", row, null, "corrected", "kind=" + detail + ";right=" + right);
    }
    household.pairErrors.add(
        new PairError(row, record, kind + secondError(household, row, record, rng)));
  }

  private String secondError(Household household, CensusRow row, SupplyRow record, Rng rng) {
    if (!rng.chance(rates.correlated())) {
      return "";
    }
    if (rng.chance(rates.moved())) {
      record.address = plan.any(rng).dwelling(1 + rng.below(80));
      return "+moved";
    }
    boolean census = rng.chance(rates.censusSide());
    String field = mistakes.make(census ? row : record, rates.fields(), rng);
    fieldError(household, row, record, field, census);
    return "+" + field;
  }

  private static void fieldError(
      Household household, CensusRow row, SupplyRow record, String field, boolean census) {
    String detail = "side=" + (census ? "census" : "register") + ";kind=" + field;
    add(household, "D06", row, record, census ? "corrected" : "kept", detail);
  }

  private static void add(
      Household household,
      String type,
      CensusRow row,
      SupplyRow record,
      String outcome,
      String detail) {
    household.differences.add(
        new InjectedDifference(type, row, record, household.home.block(), outcome, detail, null));
  }
}
