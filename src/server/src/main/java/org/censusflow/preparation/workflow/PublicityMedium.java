package org.censusflow.preparation.workflow;

/** The media that the notice names. */
enum PublicityMedium {
  RADIO("useRadio", "广播"),
  TELEVISION("useTelevision", "电视"),
  PRESS("usePress", "报刊"),
  NEW_MEDIA("useNewMedia", "新媒体");

  private final String field;
  private final String label;

  PublicityMedium(String field, String label) {
    this.field = field;
    this.label = label;
  }

  /** The form's field that says whether the plan uses the medium. */
  String field() {
    return field;
  }

  String label() {
    return label;
  }
}
