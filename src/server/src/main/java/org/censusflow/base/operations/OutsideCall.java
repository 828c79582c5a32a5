package org.censusflow.base.operations;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The request from outside that this thread answers, and what became of it in the engine. */
final class OutsideCall {

  private static final ThreadLocal<OutsideCall> CURRENT = new ThreadLocal<>();

  /** What lacks something that the engine asks for, or has it where the engine takes none. */
  static final String INCOMPLETE = "CF-E149 提交的内容不完整或者写法不对，没有办理。请更正后重新提交。";

  /** How a request is refused. */
  record Refused(int status, String message) {}

  private final String operation;
  private final Set<String> commands;
  private Refused refusal;
  private boolean failed;

  /**
   * @param operation method and kind of object, for the log
   * @param opened what the list opens to the caller with this operation
   */
  OutsideCall(String operation, List<OpenOperations.Entry> opened) {
    this.operation = operation;
    this.commands =
        opened.stream()
            .flatMap(entry -> entry.commands().stream())
            .collect(Collectors.toUnmodifiableSet());
  }

  /** Null while the program itself is at work, and in its own interface. */
  static OutsideCall current() {
    return CURRENT.get();
  }

  static void begin(OutsideCall call) {
    CURRENT.set(call);
  }

  static void end() {
    CURRENT.remove();
  }

  /** Whether the operation may run this command besides reading ones. */
  boolean mayRun(String command) {
    return commands.contains(command);
  }

  /**
   * @param status what it is to be answered with
   * @param message number and text, for the caller
   */
  void refuse(int status, String message) {
    refusal = new Refused(status, message);
  }

  /** The engine failed at a command, so that the answer is an error of the server. */
  void fail() {
    failed = true;
  }

  /** Why the engine refused it, whatever the engine's REST makes of that; null when it did not. */
  Refused refusal() {
    return refusal;
  }

  /**
   * Why it is refused when the engine's REST answers with an error of the server: where no command
   * of the engine failed, the REST could make none of what was sent.
   */
  Refused refusalOfError() {
    return refusal == null && !failed ? new Refused(400, INCOMPLETE) : refusal;
  }

  @Override
  public String toString() {
    return operation;
  }
}
