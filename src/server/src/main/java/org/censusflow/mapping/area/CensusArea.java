package org.censusflow.mapping.area;

/**
 * A census area (普查区): the area of one village or residents' committee.
 *
 * @param code twelve digits
 * @param subdistrict key of the subdistrict in the district's file
 * @param name name of the community
 * @param formerCode code before the last change of divisions; null when it had none
 */
public record CensusArea(String code, String subdistrict, String name, String formerCode) {}
