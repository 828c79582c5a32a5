package org.censusflow.base.process.governance;

/** What code calls {@code LeadingGroupMeeting} (领导小组会议), its people's tasks and its messages. */
public final class LeadingGroupMeetingProcess {

  public static final String KEY = "LeadingGroupMeeting";

  public static final String DRAFT_AGENDA = "Task_DraftAgenda";
  public static final String CONVENE_MEETING = "Task_ConveneMeeting";
  public static final String SEND_NOTICE = "Task_SendNotice";
  public static final String RECORD_MINUTES = "Task_RecordMinutes";
  public static final String RECORD_DECISION = "Task_RecordDecision";
  public static final String SIGN_MINUTES = "Task_SignMinutes";

  private LeadingGroupMeetingProcess() {}
}
