package org.censusflow.governance.phase.workflow;

/**
 * The figures of a gate, line by line as the leading group reads them, and whether all of them
 * hold.
 */
final class GateFigures {

  private static final int WHOLE = 100;

  private final StringBuilder text = new StringBuilder();
  private boolean hold = true;

  /** So many of so many; nothing known of the whole does not hold. */
  void share(String label, int actual, int whole) {
    String percent = whole == 0 ? "" : "，" + Math.min(WHOLE, actual * WHOLE / whole) + "%";
    line(whole > 0 && actual >= whole, label + " " + actual + "/" + whole + percent);
  }

  void none(String label, int actual) {
    line(actual == 0, label + " " + actual);
  }

  void yes(String label, boolean confirmed) {
    line(confirmed, label + (confirmed ? "：是" : "：否"));
  }

  /** Something to know that does not decide. */
  void remark(String what) {
    text.append("- 提示：").append(what).append('\n');
  }

  private void line(boolean holds, String figure) {
    hold &= holds;
    text.append("- ").append(holds ? "达标" : "**未达标**").append("：").append(figure).append('\n');
  }

  boolean hold() {
    return hold;
  }

  String text() {
    return text.toString();
  }
}
