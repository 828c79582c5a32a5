package org.censusflow.mapping.area;

/**
 * A census block (普查小区) that is worked in.
 *
 * @param code 15 digits: 12 of the census area, 3 of the block
 * @param areaCode code of the census area (普查区)
 * @param areaName name of the community
 * @param subdistrict key of the subdistrict in the district's file
 * @param address what the block's addresses begin with
 * @param households households expected
 * @param persons persons expected
 * @param listed whether the expectation was counted in the listing of dwellings
 * @param version rises with every change of its boundary, from 1
 */
public record AreaBlock(
    String code,
    String areaCode,
    String areaName,
    String subdistrict,
    String address,
    int households,
    int persons,
    boolean listed,
    int version) {

  /** Blocks from this number on have no ground of their own: demolished places, registers only. */
  public static final int FIRST_VIRTUAL = 900;

  /** The most persons that a virtual block may hold, by the rules of 2010. */
  public static final int MOST_IN_VIRTUAL = 4_995;

  public boolean virtual() {
    return isVirtual(code);
  }

  public static boolean isVirtual(String code) {
    return number(code) >= FIRST_VIRTUAL;
  }

  public static int number(String code) {
    return Integer.parseInt(code.substring(12));
  }

  /** What staff call the block, such as 样例社区 003 小区. */
  public String label() {
    return areaName + " " + code.substring(12) + " 小区";
  }
}
