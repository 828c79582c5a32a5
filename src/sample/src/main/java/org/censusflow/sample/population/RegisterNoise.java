package org.censusflow.sample.population;

import java.util.Locale;

/**
 * How departments write: short addresses, old numbers, other dots and spaces. None of it is a
 * difference.
 */
final class RegisterNoise {

  private static final String[] DOTS = {
    "\u2022", "\u2219", "\u2027", "\u30FB", "\uFF65", "\u25CF", "\uFF0E", "."
  };
  private static final String[] SPACES = {" ", "\u3000", "  "};

  private final ErrorModel.Registers rates;
  private final AreaPlan plan;
  private final String districtName;

  RegisterNoise(SampleOptions options, AreaPlan plan) {
    this.rates = options.errors().registers();
    this.plan = plan;
    this.districtName = options.district().fullName();
  }

  void apply(Household household, Rng rng) {
    for (Person person : household.persons) {
      for (SupplyRow record : person.records) {
        address(record, rng);
        name(record, rng);
        number(record, person, rng);
      }
    }
  }

  private void address(SupplyRow record, Rng rng) {
    Address address = record.address;
    if (rng.chance(rates.outdatedAddress())) {
      address = plan.any(rng).dwelling(1 + rng.below(80));
    }
    record.written =
        rng.chance(rates.abbreviatedAddress()) ? address.abbreviated(rng) : address.full();
    if (rng.chance(rates.districtName())) {
      record.written = districtName + record.written;
    }
  }

  private void name(SupplyRow record, Rng rng) {
    if (record.name.contains(NameMaker.DOT)) {
      if (rng.chance(rates.dotVariant())) {
        record.name = record.name.replace(NameMaker.DOT, DOTS[rng.below(DOTS.length)]);
      }
    } else if (record.name.codePointCount(0, record.name.length()) == 2
        && rng.chance(rates.spacedName())) {
      int second = record.name.offsetByCodePoints(0, 1);
      String space = SPACES[rng.below(SPACES.length)];
      record.name = record.name.substring(0, second) + space + record.name.substring(second);
    }
  }

  private void number(SupplyRow record, Person person, Rng rng) {
    if (!CitizenNumbers.valid(record.id)) {
      return;
    }
    // Where no census row holds the records together (or an anomaly is to be found), the number
    // must: a death without
    // number would leave its register record looking like a person overlooked.
    boolean heldTogether = !person.touched && !person.rows.isEmpty();
    if (record.supply != SampleSupply.HOUSEHOLD_REGISTER && heldTogether) {
      if (rng.chance(rates.idMissing())) {
        record.id = "";
        return;
      }
      if (rng.chance(rates.idMistyped())) {
        record.id = CitizenNumbers.digitError(record.id, rng);
        return;
      }
    }
    if (record.birth.getYear() < 1970 && rng.chance(rates.fifteenDigitId())) {
      record.id = CitizenNumbers.fifteenDigits(record.id);
    } else if (record.id.endsWith("X") && rng.chance(rates.lowerCaseX())) {
      record.id = record.id.toLowerCase(Locale.ROOT);
    }
  }
}
