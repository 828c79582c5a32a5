package org.censusflow.base.process.postenumeration;

/** What code calls {@code PostEnumeration} (普查事后工作), its people's tasks and its messages. */
public final class PostEnumerationProcess {

  public static final String KEY = "PostEnumeration";

  public static final String PROCESS_DATA = "Task_ProcessData";
  public static final String CONFIRM_FIGURES = "Task_ConfirmFigures";
  public static final String CONFIRM_DATA = "Task_ConfirmData";
  public static final String CATALOGUE_MATERIAL = "Task_CatalogueMaterial";
  public static final String DRAFT_SUMMARY = "Task_DraftSummary";
  public static final String DECIDE_SUMMARY = "Task_DecideSummary";

  private PostEnumerationProcess() {}
}
