package org.censusflow.registration.field;

import java.util.Arrays;
import java.util.Optional;

/** What came of a visit to a household, or of asking others about it. */
public enum VisitOutcome {
  NO_ONE_HOME("no-one-home", "家中无人", true),
  APPOINTMENT("appointment", "约定再访", true),
  REFUSED("refused", "拒绝登记", true),
  SELF("self", "愿意自主填报", false),
  CONFIRMED("confirmed", "重新核对，登记无误或已更正", false),
  PROXY("proxy", "由知情人提供情况", false),
  EMPTY("empty", "证实无人居住", false);

  private final String code;
  private final String label;
  private final boolean inVain;

  VisitOutcome(String code, String label, boolean inVain) {
    this.code = code;
    this.label = label;
    this.inVain = inVain;
  }

  /** What forms and programs submit. */
  public String code() {
    return code;
  }

  public String label() {
    return label;
  }

  /** Whether it counts towards the visits that a household gets before others are asked. */
  public boolean inVain() {
    return inVain;
  }

  static Optional<VisitOutcome> of(String code) {
    return Arrays.stream(values()).filter(outcome -> outcome.code.equals(code)).findFirst();
  }
}
