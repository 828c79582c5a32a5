package org.censusflow.base.process;

/** What code calls {@code Census} (区人口普查), its people's tasks and its messages. */
public final class CensusProcess {

  public static final String KEY = "Census";

  public static final String DECIDE_REGISTRATION = "Task_DecideRegistration";
  public static final String RESUME_PREPARATION = "Task_ResumePreparation";

  public static final String PREPARATION_SUBMITTED = "Message_PreparationSubmitted";
  public static final String SHORT_FORMS_CLOSED = "Message_ShortFormsClosed";

  private CensusProcess() {}
}
