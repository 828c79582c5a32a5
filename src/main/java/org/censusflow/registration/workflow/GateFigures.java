package org.censusflow.registration.workflow;

/**
 * The figures of a gate, line by line as the leading group reads them, and whether all of them
 * hold.
 */
final class GateFigures {

  private final StringBuilder text = new StringBuilder();
  private boolean hold = true;

  void atLeast(String label, int actual, int needed) {
    line(actual >= needed, label + " " + actual + "（需要 " + needed + "）");
  }

  void none(String label, int actual) {
    line(actual == 0, label + " " + actual);
  }

  void yes(String label, boolean confirmed) {
    line(confirmed, label + (confirmed ? "：是" : "：否"));
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
