package org.censusflow.base.process.mapping;

/** What code calls {@code BoundaryDispute} (界线争议协调), its people's tasks and its messages. */
public final class BoundaryDisputeProcess {

  public static final String KEY = "BoundaryDispute";

  public static final String ACCEPT_DISPUTE = "Task_AcceptDispute";
  public static final String STATE_POSITION = "Task_StatePosition";
  public static final String GIVE_BOUNDARY_OPINION = "Task_GiveBoundaryOpinion";
  public static final String MEDIATE_DISPUTE = "Task_MediateDispute";
  public static final String URGE_MEDIATION = "Task_UrgeMediation";
  public static final String SIGN_AGREEMENT = "Task_SignAgreement";
  public static final String DECIDE_DISPUTE = "Task_DecideDispute";
  public static final String ACKNOWLEDGE_BOUNDARY = "Task_AcknowledgeBoundary";

  private BoundaryDisputeProcess() {}
}
