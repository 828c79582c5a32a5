package org.censusflow.linkage;

import org.censusflow.linkage.population.CodeColumn;
import org.censusflow.linkage.population.Column;
import org.censusflow.linkage.population.DateColumn;
import org.censusflow.linkage.population.Hashing;
import org.censusflow.linkage.population.Population;
import org.censusflow.linkage.population.ResidentId;

/** Typed access to the fields that the census and every register have. */
class PersonRows {

  final Population rows;
  private final Column id;
  private final Column name;
  private final DateColumn birth;
  private final Column sex;
  private final Column ethnicity;

  PersonRows(Population rows) {
    this.rows = rows;
    id = rows.column(CensusFields.ID);
    name = rows.column(CensusFields.NAME);
    birth = (DateColumn) rows.column(CensusFields.BIRTH);
    sex = rows.column(CensusFields.SEX);
    ethnicity = rows.has(CensusFields.ETHNICITY) ? rows.column(CensusFields.ETHNICITY) : null;
  }

  long id(int row) {
    return id.key(row);
  }

  int birth(int row) {
    return birth.date(row);
  }

  long sex(int row) {
    return sex.key(row);
  }

  /** Key of name, birth date and sex together; 0 when the name or the date is missing. */
  long identity(int row) {
    return name.missing(row) || birth.missing(row)
        ? 0
        : Hashing.combine(Hashing.combine(name.key(row), birth.date(row)), sex.key(row));
  }

  /**
   * Whether the same number can be the same person: the name or the date of birth agrees, or one
   * side lacks both.
   */
  boolean compatible(int row, PersonRows other, int otherRow) {
    return agrees(name, row, other.name, otherRow) || agrees(birth, row, other.birth, otherRow);
  }

  /** Whether two valid numbers say that these are two persons. */
  boolean differentNumbers(int row, PersonRows other, int otherRow) {
    long a = id(row);
    long b = other.id(otherRow);
    return a != b && ResidentId.isValid(a) && ResidentId.isValid(b);
  }

  boolean nameDiffers(int row, PersonRows other, int otherRow) {
    return !agrees(name, row, other.name, otherRow);
  }

  boolean birthDiffers(int row, PersonRows other, int otherRow) {
    return !agrees(birth, row, other.birth, otherRow);
  }

  boolean sexDiffers(int row, PersonRows other, int otherRow) {
    return !agrees(sex, row, other.sex, otherRow);
  }

  boolean ethnicityDiffers(int row, PersonRows other, int otherRow) {
    return ethnicity != null
        && other.ethnicity != null
        && !agrees(ethnicity, row, other.ethnicity, otherRow);
  }

  private static boolean agrees(Column a, int row, Column b, int otherRow) {
    long x = a.key(row);
    long y = b.key(otherRow);
    return x == 0 || y == 0 || x == y;
  }

  static CodeColumn code(Population rows, String field) {
    return (CodeColumn) rows.column(field);
  }
}
