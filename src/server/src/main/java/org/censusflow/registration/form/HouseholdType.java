package org.censusflow.registration.form;

import org.censusflow.base.data.Code;

/** What kind of household it is, item H1 of the forms. */
public enum HouseholdType implements Code {
  FAMILY("1"),
  COLLECTIVE("2");

  private final String code;

  HouseholdType(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }
}
