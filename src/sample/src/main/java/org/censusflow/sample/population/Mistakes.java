package org.censusflow.sample.population;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Mistakes of people who write: each changes one thing in a row and never back to something that
 * means the same.
 */
final class Mistakes {

  private final Map<Integer, String> similar;
  private final Map<Integer, String> homophone;
  private final NameMaker names = new NameMaker(0);
  private final LocalDate reference;

  Mistakes(LocalDate reference) {
    Lists lists = Lists.of("characters.txt");
    this.similar = groups(lists, "similar");
    this.homophone = groups(lists, "homophone");
    this.reference = reference;
  }

  /** A mistake of a kind, drawn by weight; gives back the kind. */
  String make(Identity row, Map<String, Double> kinds, Rng rng) {
    String[] names = kinds.keySet().toArray(String[]::new);
    double[] weights = kinds.values().stream().mapToDouble(Double::doubleValue).toArray();
    String kind = names[rng.weighted(weights)];
    make(row, kind, rng);
    return kind;
  }

  void make(Identity row, String kind, Rng rng) {
    switch (kind) {
      case "name-similar" -> row.name = characterError(row.name, similar, homophone, row.male, rng);
      case "name-homophone" ->
          row.name = characterError(row.name, homophone, similar, row.male, rng);
      case "name-character-lost" -> row.name = characterLost(row.name, row.male, rng);
      case "name-reversed" -> row.name = reversed(row.name, row.male, rng);
      case "birth-day" -> row.birth = moved(row.birth, 0, 0, rng);
      case "birth-month" -> row.birth = moved(row.birth, 0, 1, rng);
      case "birth-year" -> row.birth = moved(row.birth, 1, 0, rng);
      case "birth-day-month-swapped" -> row.birth = dayMonthSwapped(row.birth, rng);
      case "sex" -> row.male = !row.male;
      case "ethnicity" -> row.ethnicity = otherEthnicity(row.ethnicity, rng);
      default -> throw new IllegalArgumentException("unknown kind of mistake: " + kind);
    }
  }

  private String characterError(
      String name,
      Map<Integer, String> table,
      Map<Integer, String> fallback,
      boolean male,
      Rng rng) {
    int[] points = name.codePoints().toArray();
    for (Map<Integer, String> groups : List.of(table, fallback)) {
      int from = rng.below(points.length);
      // Given names first: they vary more than surnames do.
      for (int i = 0; i < points.length; i++) {
        int at = (from + i) % points.length;
        String group = groups.get(points[at]);
        int own = points[at];
        int[] others =
            group == null ? new int[0] : group.codePoints().filter(p -> p != own).toArray();
        if (others.length > 0 && (at > 0 || i == points.length - 1)) {
          points[at] = others[rng.below(others.length)];
          return new String(points, 0, points.length);
        }
      }
    }
    return replaced(points, male, rng);
  }

  private String replaced(int[] points, boolean male, Rng rng) {
    int at = points.length - 1;
    int before = points[at];
    while (points[at] == before) {
      points[at] = names.givenCharacter(male, 1980, rng).codePointAt(0);
    }
    return new String(points, 0, points.length);
  }

  private String characterLost(String name, boolean male, Rng rng) {
    int[] points = name.codePoints().toArray();
    if (points.length < 3 || name.contains(NameMaker.DOT)) {
      return characterError(name, homophone, similar, male, rng);
    }
    int lost = rng.between(1, points.length - 1);
    return new String(points, 0, lost) + new String(points, lost + 1, points.length - lost - 1);
  }

  private String reversed(String name, boolean male, Rng rng) {
    int[] points = name.codePoints().toArray();
    int last = points.length - 1;
    if (points.length < 3 || points[last] == points[last - 1] || name.contains(NameMaker.DOT)) {
      return characterError(name, homophone, similar, male, rng);
    }
    int kept = points[last];
    points[last] = points[last - 1];
    points[last - 1] = kept;
    return new String(points, 0, points.length);
  }

  /**
   * Another date before the reference time, so that the mistake is one of the birth date and of
   * nothing else.
   */
  private LocalDate moved(LocalDate birth, int years, int months, Rng rng) {
    while (true) {
      int sign = rng.chance(0.5) ? 1 : -1;
      LocalDate moved;
      if (years > 0) {
        moved = birth.plusYears(sign * (rng.chance(0.6) ? 1L : 10L));
      } else if (months > 0) {
        moved = birth.plusMonths(sign * (long) rng.between(1, 3));
      } else {
        moved = birth.plusDays(sign * (rng.chance(0.6) ? 1L : rng.between(2, 10)));
      }
      if (moved.isBefore(reference) && moved.getYear() >= 1901) {
        return moved;
      }
    }
  }

  private LocalDate dayMonthSwapped(LocalDate birth, Rng rng) {
    try {
      LocalDate swapped =
          LocalDate.of(birth.getYear(), birth.getDayOfMonth(), birth.getMonthValue());
      return swapped.equals(birth) || !swapped.isBefore(reference)
          ? moved(birth, 0, 0, rng)
          : swapped;
    } catch (DateTimeException e) {
      // A day above 12 is no month.
      return moved(birth, 0, 0, rng);
    }
  }

  private static String otherEthnicity(String ethnicity, Rng rng) {
    String[] usual = {"01", "15", "06", "08", "22", "03"};
    while (true) {
      String other = usual[ethnicity.equals("01") ? rng.between(1, 5) : 0];
      if (!other.equals(ethnicity)) {
        return other;
      }
    }
  }

  private static Map<Integer, String> groups(Lists lists, String section) {
    Map<Integer, String> groups = new HashMap<>();
    for (String line : lists.lines(section)) {
      for (String group : line.split(" ")) {
        if (group.codePoints().distinct().count() < group.codePointCount(0, group.length())
            || group.codePointCount(0, group.length()) < 2) {
          throw new IllegalStateException(section + ": no group of different characters: " + group);
        }
        group.codePoints().forEach(character -> groups.putIfAbsent(character, group));
      }
    }
    return groups;
  }
}
