package org.censusflow.registration.form;

import org.censusflow.base.data.Code;

/** How a person is related to the head of the household, item D2 of the forms. */
public enum Relation implements Code {
  HEAD("0"),
  SPOUSE("1"),
  CHILD("2"),
  PARENT("3"),
  PARENT_IN_LAW("4"),
  GRANDPARENT("5"),
  CHILD_IN_LAW("6"),
  GRANDCHILD("7"),
  SIBLING("8"),
  OTHER("9");

  private final String code;

  Relation(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }
}
