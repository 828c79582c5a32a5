package org.censusflow.base.process.governance;

/** What code calls {@code PhaseWatch} (阶段期限监督), its people's tasks and its messages. */
public final class PhaseWatchProcess {

  public static final String KEY = "PhaseWatch";

  public static final String URGE_PHASE = "Task_UrgePhase";

  private PhaseWatchProcess() {}
}
