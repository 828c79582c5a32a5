package org.censusflow.crosscheck.review;

/** The task is there, but the caller has not claimed it (yet). */
public class PairNotClaimed extends JudgementRefused {

  private static final long serialVersionUID = 1L;

  public PairNotClaimed() {
    super("请先认领任务，再查看和判定配对。");
  }
}
