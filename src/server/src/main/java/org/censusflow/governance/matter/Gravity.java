package org.censusflow.governance.matter;

import org.censusflow.base.data.Code;

/** How serious a decision, a finding or a violation is. */
public enum Gravity implements Code {
  ORDINARY("ordinary", "一般"),
  SERIOUS("serious", "严重");

  private final String code;
  private final String label;

  Gravity(String code, String label) {
    this.code = code;
    this.label = label;
  }

  @Override
  public String code() {
    return code;
  }

  /** What staff read. */
  public String label() {
    return label;
  }
}
