package org.censusflow.base.district;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * A seat in the district's leading group or its office. Posts only, never names of officials.
 *
 * @param key unique in the district
 * @param title what staff see, e.g. 区统计局局长
 * @param unit key of the unit that fills it; null for the district's government itself
 */
public record Post(String key, String title, Role role, String unit) {

  /** What the post is in the leading group. */
  public enum Role {
    @JsonProperty("leader")
    LEADER,
    @JsonProperty("deputy")
    DEPUTY,
    @JsonProperty("member")
    MEMBER,
    @JsonProperty("office-head")
    OFFICE_HEAD,
    @JsonProperty("office-member")
    OFFICE_MEMBER
  }
}
