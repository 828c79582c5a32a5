package org.censusflow.governance.inspection;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.censusflow.base.data.Code;
import org.censusflow.governance.matter.Gravity;

/**
 * What an inspection or a quality check found; in force once somebody else has countersigned.
 *
 * @param item its number in the record, from 1
 * @param kind what it is about, such as {@code training}
 * @param deadline key of the deadline in the district's file by which it is to be put right
 * @param refers whether it looks like a violation of the law
 */
public record InspectionFinding(
    int item,
    String kind,
    String title,
    String content,
    Gravity severity,
    String deadline,
    boolean refers) {

  /** The columns that {@link #read} reads. */
  public static final String COLUMNS = "item, kind, title, content, severity, deadline, refers";

  public static InspectionFinding read(ResultSet row, int n) throws SQLException {
    return new InspectionFinding(
        row.getInt("item"),
        row.getString("kind"),
        row.getString("title"),
        row.getString("content"),
        Code.of(Gravity.class, row.getString("severity")),
        row.getString("deadline"),
        row.getBoolean("refers"));
  }
}
