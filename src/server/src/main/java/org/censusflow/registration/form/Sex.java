package org.censusflow.registration.form;

import org.censusflow.base.data.Code;

/** Sex as the forms ask it, by the codes of GB/T 2261.1. */
public enum Sex implements Code {
  MALE("1", "男"),
  FEMALE("2", "女");

  private final String code;
  private final String label;

  Sex(String code, String label) {
    this.code = code;
    this.label = label;
  }

  @Override
  public String code() {
    return code;
  }

  /** What staff read; null when nothing was answered. */
  public static String label(String code) {
    return Code.find(Sex.class, code).map(sex -> sex.label).orElse(null);
  }
}
