package org.censusflow.registration.question;

/** The task is there, but the caller has not claimed it (yet). */
public class QuestionTaskNotClaimed extends QuestionRefused {

  private static final long serialVersionUID = 1L;

  public QuestionTaskNotClaimed() {
    super("CF-E842 请先认领任务，再查看和登记。");
  }
}
