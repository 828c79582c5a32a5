package org.censusflow.registration.field;

/** The task is there, but the caller has not claimed it (yet). */
public class FieldTaskNotClaimed extends FieldWorkRefused {

  private static final long serialVersionUID = 1L;

  public FieldTaskNotClaimed() {
    super("请先认领任务，再查看和登记。");
  }
}
