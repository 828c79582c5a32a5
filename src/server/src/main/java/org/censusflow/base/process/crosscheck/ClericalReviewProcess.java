package org.censusflow.base.process.crosscheck;

/** What code calls {@code ClericalReview} (配对人工判定), its people's tasks and its messages. */
public final class ClericalReviewProcess {

  public static final String KEY = "ClericalReview";

  public static final String JUDGE_FIRST = "Task_JudgeFirst";
  public static final String JUDGE_SECOND = "Task_JudgeSecond";
  public static final String DECIDE_DISPUTED = "Task_DecideDisputed";
  public static final String URGE_REVIEW = "Task_UrgeReview";

  private ClericalReviewProcess() {}
}
