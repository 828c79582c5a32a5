package org.censusflow.base.process.preparation;

/** What code calls {@code Publicity} (普查宣传), its people's tasks and its messages. */
public final class PublicityProcess {

  public static final String KEY = "Publicity";

  public static final String DRAFT_PUBLICITY = "Task_DraftPublicity";
  public static final String URGE_PUBLICITY = "Task_UrgePublicity";
  public static final String REVIEW_PUBLICITY = "Task_ReviewPublicity";
  public static final String ORGANISE_MEDIA = "Task_OrganiseMedia";
  public static final String PUBLICITY_BY_UNIT = "Task_PublicityByUnit";
  public static final String PUBLICITY_BY_SUBDISTRICT = "Task_PublicityBySubdistrict";
  public static final String URGE_SUBDISTRICT = "Task_UrgeSubdistrict";
  public static final String REPORT_PUBLICITY = "Task_ReportPublicity";
  public static final String CONFIRM_PUBLICITY = "Task_ConfirmPublicity";

  private PublicityProcess() {}
}
