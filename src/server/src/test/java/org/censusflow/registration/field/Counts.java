package org.censusflow.registration.field;

import java.util.Arrays;
import java.util.List;

/** The counts as they are kept and as a full recount finds them, for a test to compare. */
public final class Counts {

  private Counts() {}

  public static List<List<Object>> kept(FieldCounts counts, String censusId) {
    return counts.kept(censusId).stream().map(Arrays::asList).toList();
  }

  public static List<List<Object>> recounted(FieldCounts counts, String censusId) {
    return counts.counted(censusId, null).stream().map(Arrays::asList).toList();
  }
}
