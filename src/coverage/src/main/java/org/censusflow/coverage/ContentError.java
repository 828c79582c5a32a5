package org.censusflow.coverage;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * How the answers to one item agree between the census and the survey, over matched persons who
 * answered in both [UN, chapter 9].
 *
 * @param persons matched persons with an answer in both
 * @param agreement share with the same answer
 * @param inconsistency share of disagreement in what chance alone would give, 0 to 1: (1 −
 *     agreement)/(1 − Σ p·q), p and q being a category's shares in census and survey; below 0.2
 *     low, above 0.5 high. Not a number where only one answer occurs.
 * @param categories by answer
 */
public record ContentError(
    long persons, double agreement, double inconsistency, Map<String, Category> categories) {

  /**
   * One answer.
   *
   * @param netDifferenceRate census share less survey share: bias
   * @param grossDifferenceRate share of persons who gave it in exactly one of the two: variance
   * @param inconsistency the gross rate in what chance alone would give: p(1 − q) + q(1 − p); not a
   *     number where nobody, or everybody, gave the answer
   */
  public record Category(
      double netDifferenceRate, double grossDifferenceRate, double inconsistency) {}

  /** Census answer and survey answer of a person. */
  public record Answers(String census, String survey) {}

  /**
   * @param persons how many persons gave which pair of answers
   * @throws IllegalArgumentException when there is nobody
   */
  public static ContentError of(Map<Answers, Long> persons) {
    long all = persons.values().stream().mapToLong(Long::longValue).sum();
    if (all <= 0 || persons.values().stream().anyMatch(n -> n < 0)) {
      throw new IllegalArgumentException("no matched person has answered in both");
    }
    Set<String> answers = new TreeSet<>();
    persons
        .keySet()
        .forEach(
            pair -> {
              answers.add(pair.census());
              answers.add(pair.survey());
            });
    double agreement = 0;
    double byChance = 0;
    Map<String, Category> categories = new LinkedHashMap<>();
    for (String answer : answers) {
      double p = 0;
      double q = 0;
      double both = persons.getOrDefault(new Answers(answer, answer), 0L) / (double) all;
      for (Map.Entry<Answers, Long> pair : persons.entrySet()) {
        double share = pair.getValue() / (double) all;
        p += pair.getKey().census().equals(answer) ? share : 0;
        q += pair.getKey().survey().equals(answer) ? share : 0;
      }
      agreement += both;
      byChance += p * q;
      double gross = p + q - 2 * both;
      categories.put(answer, new Category(p - q, gross, gross / (p * (1 - q) + q * (1 - p))));
    }
    return new ContentError(
        all,
        agreement,
        answers.size() == 1 ? Double.NaN : (1 - agreement) / (1 - byChance),
        Collections.unmodifiableMap(categories));
  }
}
