package org.censusflow.base.district;

import java.util.List;

/**
 * A subdistrict (街道) or township (乡镇).
 *
 * @param key unique in the district, e.g. {@code xinyang}
 * @param name what staff see
 * @param code nine-digit division code, starts with the district's
 * @param communities optional; the twelve-digit codes are the office's own and are not shipped
 */
public record Subdistrict(String key, String name, String code, List<Community> communities) {

  public Subdistrict {
    communities = Copies.of(communities);
  }

  /**
   * A village or residents' committee, the area of one census area.
   *
   * @param code twelve-digit division code, starts with the subdistrict's
   */
  public record Community(String code, String name) {}
}
