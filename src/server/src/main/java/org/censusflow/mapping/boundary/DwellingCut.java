package org.censusflow.mapping.boundary;

import java.util.ArrayList;
import java.util.List;
import org.censusflow.base.district.LoadNorm;
import org.censusflow.mapping.area.Dwelling;

/**
 * Cuts the dwellings of a block into parts of about the same load, in the order of the listing, and
 * between two buildings where that costs little.
 */
final class DwellingCut {

  /** How far a cut may leave the ideal place for the sake of a whole building. */
  private static final double GIVE = 0.15;

  private final List<Dwelling> dwellings;
  private final double[] weights;
  private final double total;

  /**
   * @param dwellings in the order of the listing
   */
  DwellingCut(List<Dwelling> dwellings, LoadNorm norm) {
    this.dwellings = dwellings;
    int households = dwellings.stream().mapToInt(Dwelling::households).sum();
    int persons = dwellings.stream().mapToInt(Dwelling::persons).sum();
    boolean byHouseholds =
        (double) households / norm.households() >= (double) persons / norm.persons();
    weights = new double[dwellings.size()];
    double sum = 0;
    for (int i = 0; i < weights.length; i++) {
      Dwelling one = dwellings.get(i);
      weights[i] =
          byHouseholds
              ? (double) one.households() / norm.households()
              : (double) one.persons() / norm.persons();
      sum += weights[i];
    }
    total = sum;
  }

  /** As many parts as asked for; fewer when there are not enough dwellings. */
  List<List<Dwelling>> into(int parts) {
    List<List<Dwelling>> cut = new ArrayList<>();
    int from = 0;
    for (int part = 1; part < parts; part++) {
      int to = place(from, total * part / parts);
      if (to > from && to < dwellings.size()) {
        cut.add(dwellings.subList(from, to));
        from = to;
      }
    }
    cut.add(dwellings.subList(from, dwellings.size()));
    return cut;
  }

  /** Where to cut so that about the wanted load lies before: between buildings when near enough. */
  private int place(int from, double wanted) {
    int best = -1;
    int bestBetween = -1;
    double off = Double.MAX_VALUE;
    double offBetween = Double.MAX_VALUE;
    double before = 0;
    for (int i = 0; i < weights.length; i++) {
      if (i > from) {
        double here = Math.abs(before - wanted);
        if (here < off) {
          off = here;
          best = i;
        }
        boolean between = !dwellings.get(i).building().equals(dwellings.get(i - 1).building());
        if (between && here < offBetween) {
          offBetween = here;
          bestBetween = i;
        }
      }
      before += weights[i];
    }
    return offBetween <= GIVE ? bestBetween : best;
  }
}
