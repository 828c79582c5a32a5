package org.censusflow.mapping.area;

import org.locationtech.jts.geom.Geometry;

/**
 * @param code of a subdistrict, census area or block
 * @param provisional whether somebody still has to draw it
 */
public record Outline(String code, Geometry geometry, boolean provisional) {}
