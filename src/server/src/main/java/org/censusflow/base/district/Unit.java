package org.censusflow.base.district;

import java.util.List;

/**
 * A member unit of the leading group.
 *
 * @param key one of the known unit keys, the same in every district, e.g. {@code health}
 * @param name short name that staff see, e.g. 卫健局
 * @param noticeName the name that the notice uses, e.g. 区卫健局
 * @param duties what the notice asks of it; empty when the notice names the unit only
 */
public record Unit(String key, String name, String noticeName, List<Duty> duties) {

  public Unit {
    duties = Copies.of(duties);
  }
}
