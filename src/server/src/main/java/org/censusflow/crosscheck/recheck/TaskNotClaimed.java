package org.censusflow.crosscheck.recheck;

/** The task is there, but the caller has not claimed it (yet). */
public class TaskNotClaimed extends DecisionRefused {

  private static final long serialVersionUID = 1L;

  public TaskNotClaimed() {
    super("请先认领任务，再查看和核实差异。");
  }
}
