package org.censusflow.registration.answers;

/**
 * A census block (普查小区): the field area of one enumerator.
 *
 * @param code 15 digits: 12 of the census area, 3 of the block
 * @param subdistrict key of the subdistrict in the district's file
 * @param communityCode 12-digit code of the community (普查区)
 * @param communityName name of the community
 * @param addressPrefix street and number that the block's addresses begin with
 */
public record Block(
    String code,
    String subdistrict,
    String communityCode,
    String communityName,
    String addressPrefix) {

  /** What staff call the block, such as 样例社区 003 小区. */
  public String label() {
    return communityName + " " + code.substring(Math.min(12, code.length())) + " 小区";
  }
}
