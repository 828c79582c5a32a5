package org.censusflow.linkage;

import org.censusflow.linkage.population.AddressColumn;
import org.censusflow.linkage.population.Column;
import org.censusflow.linkage.population.Hashing;
import org.censusflow.linkage.population.Population;
import org.censusflow.linkage.population.ResidentId;

/** Typed access to what only census rows have. */
final class CensusRows extends PersonRows {

  private final Column residence;
  private final Column hukouPlace;
  private final Column form;
  private final Column block;
  private final Column household;
  final AddressColumn address;

  CensusRows(Population rows) {
    super(rows);
    residence = rows.column(CensusFields.RESIDENCE);
    hukouPlace = rows.column(CensusFields.HUKOU_PLACE);
    form = rows.column(CensusFields.FORM);
    block = rows.column(CensusFields.BLOCK);
    household = rows.column(CensusFields.HOUSEHOLD);
    address = (AddressColumn) rows.column(CensusFields.ADDRESS);
  }

  boolean here(int row) {
    return !residence.text(row).equals(Pattern.ABSENT);
  }

  boolean hukouInOtherBlock(int row) {
    return hukouPlace.text(row).equals("other-block");
  }

  String block(int row) {
    return block.missing(row) ? null : block.text(row);
  }

  /** Key of block and household; 0 when the household is unknown. */
  long householdKey(int row) {
    return household.missing(row) ? 0 : Hashing.combine(block.key(row), household.key(row));
  }

  /**
   * Residents of Hong Kong, Macao and Taiwan (numbers of their residence permits begin with 81, 82,
   * 83), and foreigners (a number that begins with a letter, or with 9 since 2023), belong on the
   * form of their own; nobody else does.
   */
  boolean wrongForm(int row) {
    long number = id(row);
    if (number == 0) {
      return false;
    }
    int region = ResidentId.area(number) / 10_000;
    boolean fromOutside =
        ResidentId.isDocument(number) || region >= 81 && region <= 83 || region >= 90;
    return form.text(row).equals("foreign")
        ? ResidentId.isValid(number) && !fromOutside
        : fromOutside && (ResidentId.isDocument(number) || ResidentId.isValid(number));
  }

  /**
   * Residents from outside have documents of their own kinds; only a citizen's number can be
   * missing.
   */
  String numberState(int row) {
    long number = id(row);
    if (number == 0) {
      return form.text(row).equals("foreign") ? Pattern.VALID : Pattern.MISSING;
    }
    return ResidentId.isValid(number) || ResidentId.isDocument(number)
        ? Pattern.VALID
        : Pattern.INVALID;
  }
}
