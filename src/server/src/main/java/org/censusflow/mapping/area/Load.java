package org.censusflow.mapping.area;

import org.censusflow.base.district.LoadNorm;

/**
 * How much of one enumerator's work a block is: 1 is the norm of the district's file, reached by
 * households or by persons, whichever comes first.
 */
public final class Load {

  /** The norm says "about": up to a fifth more is left alone. */
  public static final double HEAVY = 1.2;

  /** Below half the norm a block should be joined with a neighbour. */
  static final double LIGHT = 0.5;

  private Load() {}

  public static double of(int households, int persons, LoadNorm norm) {
    return Math.max((double) households / norm.households(), (double) persons / norm.persons());
  }

  public static double of(AreaBlock block, LoadNorm norm) {
    return of(block.households(), block.persons(), norm);
  }

  public static boolean heavy(AreaBlock block, LoadNorm norm) {
    return !block.virtual() && of(block, norm) > HEAVY;
  }

  /** A block of which nothing is known yet is not light. */
  public static boolean light(AreaBlock block, LoadNorm norm) {
    double load = of(block, norm);
    return !block.virtual() && load > 0 && load < LIGHT;
  }
}
