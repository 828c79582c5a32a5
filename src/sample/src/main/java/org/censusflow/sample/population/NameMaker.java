package org.censusflow.sample.population;

/**
 * Makes Chinese names by family and generation, and those of peoples who write a middle dot between
 * two names.
 */
final class NameMaker {

  static final String DOT = "\u00B7";

  private final Lists lists = Lists.of("names.txt");
  private final WeightedList surnames = lists.words("surnames");
  private final WeightedList localSurnames = lists.words("surnames-local");
  private final WeightedList rare = lists.characters("rare");
  private final WeightedList[][] given = {
    {lists.characters("female-early"), lists.characters("male-early")},
    {lists.characters("female-middle"), lists.characters("male-middle")},
    {lists.characters("female-late"), lists.characters("male-late")}
  };
  private final WeightedList[] uyghur = {lists.words("uyghur-female"), lists.words("uyghur-male")};
  private final WeightedList[] kazakh = {lists.words("kazakh-female"), lists.words("kazakh-male")};
  private final WeightedList[] tibetan = {
    lists.words("tibetan-female"), lists.words("tibetan-male")
  };
  private final WeightedList[] foreign = {
    lists.words("foreign-female"), lists.words("foreign-male")
  };
  private final double rareShare;

  NameMaker(double rareShare) {
    this.rareShare = rareShare;
  }

  String surname(boolean local, Rng rng) {
    return (local ? localSurnames : surnames).pick(rng);
  }

  String givenCharacter(boolean male, int birthYear, Rng rng) {
    return given[cohort(birthYear)][male ? 1 : 0].pick(rng);
  }

  /** A given name; siblings of one generation may share its first character. */
  String given(boolean male, int birthYear, String generation, Rng rng) {
    if (rng.chance(rareShare)) {
      return generation + rare.pick(rng);
    }
    String last = givenCharacter(male, birthYear, rng);
    if (!generation.isEmpty()) {
      return generation + last;
    }
    double single = cohort(birthYear) == 1 ? 0.26 : 0.10;
    return rng.chance(single) ? last : givenCharacter(male, birthYear, rng) + last;
  }

  /** Whether names of this ethnicity are formed without a Chinese surname. */
  static boolean ownForm(String ethnicity) {
    return ethnicity.equals("04") || ethnicity.equals("05") || ethnicity.equals("17");
  }

  /**
   * A name without surname: the own name, a middle dot and the father's name; Tibetan names stand
   * alone.
   */
  String ownFormName(String ethnicity, boolean male, String father, Rng rng) {
    int sex = male ? 1 : 0;
    if (ethnicity.equals("04")) {
      return tibetan[sex].pick(rng);
    }
    WeightedList[] names = ethnicity.equals("05") ? uyghur : kazakh;
    String fathers = father.isEmpty() ? names[1].pick(rng) : father;
    return names[sex].pick(rng) + DOT + fathers;
  }

  String foreigner(boolean male, Rng rng) {
    return foreign[male ? 1 : 0].pick(rng);
  }

  private static int cohort(int birthYear) {
    return birthYear < 1968 ? 0 : birthYear < 1995 ? 1 : 2;
  }
}
