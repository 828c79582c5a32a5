package org.censusflow.linkage.spec;

/**
 * One part of a blocking key.
 *
 * @param field name of the field
 * @param form what is taken of its value
 * @param at the form's parameter, 0 when it has none
 */
public record KeyPart(String field, KeyForm form, int at) {

  public static KeyPart of(String field) {
    return new KeyPart(field, KeyForm.VALUE, 0);
  }

  public static KeyPart of(String field, KeyForm form) {
    return new KeyPart(field, form, 0);
  }

  /** Whether a part takes the same of the same field. */
  public boolean same(KeyPart other) {
    return field.equals(other.field) && form == other.form && at == other.at;
  }
}
