package org.censusflow.registration.field.workflow;

import java.io.PrintWriter;

/**
 * What one way of running so many blocks took, and how often a completer was refused.
 *
 * @param cpuMillis processor time of this program, which other programs on the machine do not
 *     lengthen
 */
record BenchRun(
    int blocks, double startMillis, double completeMillis, double cpuMillis, int conflicts) {

  double millis() {
    return startMillis + completeMillis;
  }

  double ofBlock() {
    return millis() / blocks;
  }

  double cpuOfBlock() {
    return cpuMillis / blocks;
  }

  double perSecond() {
    return blocks * 1000 / completeMillis;
  }

  void print(PrintWriter console, String way) {
    console.printf(
        "%-24s %6d blocks  start %8.0f ms  complete %8.0f ms  %6.2f ms a block (%.2f cpu)  %7.1f completed/s  %d conflicts%n",
        way,
        blocks(),
        startMillis(),
        completeMillis(),
        ofBlock(),
        cpuOfBlock(),
        perSecond(),
        conflicts());
    console.flush();
  }
}
