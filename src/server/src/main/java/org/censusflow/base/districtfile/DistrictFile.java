package org.censusflow.base.districtfile;

import com.fasterxml.jackson.databind.JsonNode;

/** A district's file, or one beside it, as it was read, and its name. */
public record DistrictFile(String name, JsonNode tree) {}
