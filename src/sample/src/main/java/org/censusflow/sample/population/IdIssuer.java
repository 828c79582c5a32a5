package org.censusflow.sample.population;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;

/**
 * Issues each ID number once: a counter for every division, birth date and sex, spread over the
 * order numbers. The counters are the only memory that grows with nothing but the number of
 * divisions (about 20 MB).
 */
final class IdIssuer {

  private static final LocalDate EPOCH = LocalDate.of(1900, 1, 1);
  private static final int DAYS = 47_000;
  private static final int PER_SEX = 496;

  private final Lists lists = Lists.of("areas.txt");
  private final WeightedList current = lists.words("current");
  private final WeightedList retired = lists.words("retired");
  private final WeightedList west = lists.words("west");
  private final WeightedList tibet = lists.words("tibet");
  private final String district;
  private final Map<String, short[]> counters = new HashMap<>();

  IdIssuer(String districtCode) {
    this.district = districtCode;
  }

  /** A number for someone whose household is registered in the district: mostly its own code. */
  String local(LocalDate birth, boolean male, Rng rng) {
    return issue(rng.chance(0.62) ? district : anywhere(birth, rng), birth, male, rng);
  }

  String elsewhere(LocalDate birth, boolean male, Rng rng) {
    return issue(anywhere(birth, rng), birth, male, rng);
  }

  String ofEthnicity(String ethnicity, LocalDate birth, boolean male, Rng rng) {
    return issue((ethnicity.equals("04") ? tibet : west).pick(rng), birth, male, rng);
  }

  /** A residence permit of Hong Kong (81), Macao (82) or Taiwan (83) residents. */
  String permit(LocalDate birth, boolean male, Rng rng) {
    String[] areas = {"810000", "820000", "830000"};
    return issue(areas[rng.weighted(2, 1, 7)], birth, male, rng);
  }

  private String anywhere(LocalDate birth, Rng rng) {
    // An abolished division can only have issued numbers to people born before it was abolished.
    return birth.getYear() < 1995 && rng.chance(0.15) ? retired.pick(rng) : current.pick(rng);
  }

  private String issue(String area, LocalDate birth, boolean male, Rng rng) {
    String code = area;
    int day = (int) (birth.toEpochDay() - EPOCH.toEpochDay()) * 2 + (male ? 1 : 0);
    short[] counter = counters.computeIfAbsent(code, key -> new short[DAYS * 2]);
    while (counter[day] >= PER_SEX) {
      code = current.pick(rng);
      counter = counters.computeIfAbsent(code, key -> new short[DAYS * 2]);
    }
    int count = counter[day]++;
    // 211 and 496 have no common factor, so every count has an order number of its own.
    int order = (count * 211 + day * 7) % PER_SEX;
    return CitizenNumbers.compose(code, birth, order * 2 + (male ? 1 : 0) + 2);
  }
}
