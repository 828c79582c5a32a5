package org.censusflow.sample.population;

import java.util.List;

/**
 * The district that a sample population lives in.
 *
 * @param code six-digit division code
 * @param fullName province, city and district, as registers put it before an address
 * @param subdistricts subdistricts with their nine-digit codes; communities and streets below them
 *     are invented
 */
public record SampleDistrict(String code, String fullName, List<Subdistrict> subdistricts) {

  /** A subdistrict: its nine-digit code and Chinese name. */
  public record Subdistrict(String code, String name) {}

  public SampleDistrict {
    subdistricts = List.copyOf(subdistricts);
    if (!code.matches("\\d{6}") || subdistricts.isEmpty()) {
      throw new IllegalArgumentException("a district needs a six-digit code and a subdistrict");
    }
  }

  public static SampleDistrict haicang() {
    return new SampleDistrict(
        "350205",
        "福建省厦门市海沧区",
        List.of(
            new Subdistrict("350205001", "海沧街道"),
            new Subdistrict("350205002", "嵩屿街道"),
            new Subdistrict("350205003", "新阳街道"),
            new Subdistrict("350205004", "东孚街道")));
  }

  public static SampleDistrict xiangshan() {
    return new SampleDistrict(
        "450304",
        "广西壮族自治区桂林市象山区",
        List.of(
            new Subdistrict("450304001", "象山街道"),
            new Subdistrict("450304002", "南门街道"),
            new Subdistrict("450304003", "平山街道"),
            new Subdistrict("450304100", "二塘乡")));
  }
}
