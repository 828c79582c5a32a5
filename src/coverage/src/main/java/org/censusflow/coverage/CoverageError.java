package org.censusflow.coverage;

/**
 * How far a count is from the population, in persons and as shares [UN, chapter 8].
 *
 * @param count persons that the census has counted, with all errors
 * @param imputed persons of the count without data of their own
 * @param duplicates persons counted twice or more, once for each time too many
 * @param otherErroneous persons counted who do not belong here, without duplicates
 * @param population persons that there are, by estimate or truth
 */
public record CoverageError(
    double count, double imputed, double duplicates, double otherErroneous, double population) {

  public double erroneous() {
    return duplicates + otherErroneous;
  }

  /** Rightly counted persons: the count without erroneous and imputed ones. */
  public double correct() {
    return count - imputed - erroneous();
  }

  /** (C − N)/N; below zero for an undercount. */
  public double netRate() {
    return (count - population) / population;
  }

  /** Persons who are missing, imputed ones among them: N − CE. */
  public double omissions() {
    return population - correct();
  }

  /** Omissions as a share of the population. */
  public double omissionRate() {
    return omissions() / population;
  }

  /** Omissions and erroneous persons, which the net error sets off against each other. */
  public double gross() {
    return omissions() + erroneous();
  }

  /** The gross error as a share of the population. */
  public double grossRate() {
    return gross() / population;
  }

  /** Erroneous persons as a share of the count. */
  public double erroneousRate() {
    return erroneous() / count;
  }

  /** Duplicates as a share of the count. */
  public double duplicateRate() {
    return duplicates / count;
  }
}
