package org.censusflow.linkage;

import org.censusflow.linkage.population.AddressColumn;
import org.censusflow.linkage.population.Column;
import org.censusflow.linkage.population.Population;

/** Typed access to the rows of one register. */
final class RegisterRows extends PersonRows {

  final Register register;
  final AddressColumn address;

  /** Number of this register's first row in the numbering of all rows. */
  final int offset;

  private final Column status;
  private final Column death;
  private final Column boarding;
  private final Column motherId;

  RegisterRows(Register register, int offset) {
    super(register.rows());
    this.register = register;
    this.offset = offset;
    address = (AddressColumn) rows.column(CensusFields.ADDRESS);
    status = optional(rows, CensusFields.STATUS);
    death = optional(rows, CensusFields.DEATH);
    boarding = optional(rows, CensusFields.BOARDING);
    motherId = optional(rows, CensusFields.MOTHER_ID);
  }

  private static Column optional(Population rows, String field) {
    return rows.has(field) ? rows.column(field) : null;
  }

  RegisterKind kind() {
    return register.kind();
  }

  /** Whether the register itself has struck the person off. */
  boolean cancelled(int row) {
    return status != null && status.text(row).equals("cancelled");
  }

  /** Date of death as {@code yyyymmdd}, 0 when the record has none. */
  int deathDate(int row) {
    return death == null ? 0 : (int) death.key(row);
  }

  boolean boards(int row) {
    return boarding != null && boarding.text(row).equals("true");
  }

  long motherId(int row) {
    return motherId == null ? 0 : motherId.key(row);
  }
}
