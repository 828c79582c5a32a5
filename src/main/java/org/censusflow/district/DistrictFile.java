package org.censusflow.district;

import com.fasterxml.jackson.databind.JsonNode;

/** A district file as it was read, and its name. */
record DistrictFile(String name, JsonNode tree) {}
