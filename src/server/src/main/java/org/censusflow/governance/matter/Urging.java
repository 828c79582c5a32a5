package org.censusflow.governance.matter;

import org.censusflow.base.data.Code;

/** What a lead does about a matter that is late. */
public enum Urging implements Code {
  PHONE("phone", "电话催办"),
  WRITTEN("written", "书面督办"),
  TALK("talk", "约谈负责人"),
  MEETING("meeting", "提交领导小组会议");

  private final String code;
  private final String label;

  Urging(String code, String label) {
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
