package org.censusflow.preparation;

/** The media that the notice names. */
public enum PublicityMedium {
  RADIO("radio", "useRadio", "广播"),
  TELEVISION("television", "useTelevision", "电视"),
  PRESS("press", "usePress", "报刊"),
  NEW_MEDIA("new-media", "useNewMedia", "新媒体");

  private final String code;
  private final String field;
  private final String label;

  PublicityMedium(String code, String field, String label) {
    this.code = code;
    this.field = field;
    this.label = label;
  }

  /** What the register keeps. */
  String code() {
    return code;
  }

  /** The form's field that says whether the plan uses the medium. */
  public String field() {
    return field;
  }

  /** What staff read. */
  public String label() {
    return label;
  }
}
