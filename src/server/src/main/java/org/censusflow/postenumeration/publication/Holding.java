package org.censusflow.postenumeration.publication;

/**
 * A table whose rows identify people or households, or lead to them.
 *
 * @param table its name, which is also the key under which its count is kept
 * @param label what staff call its rows
 * @param key columns of its primary key, with commas between
 * @param ofCensus condition that picks the rows of the census {@code :census}
 */
record Holding(String table, String label, String key, String ofCensus) {

  String count() {
    return "select count(*) from " + table + " where " + ofCensus;
  }

  /** Deletes at most {@code :most} rows of the census. */
  String deleteSome() {
    return "delete from %1$s where (%2$s) in (select %2$s from %1$s where %3$s fetch first :most rows only)"
        .formatted(table, key, ofCensus);
  }
}
