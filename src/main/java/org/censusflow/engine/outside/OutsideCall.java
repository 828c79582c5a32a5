package org.censusflow.engine.outside;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The request from outside that this thread answers, and what became of it in the engine. */
final class OutsideCall {

  private static final ThreadLocal<OutsideCall> CURRENT = new ThreadLocal<>();

  /** How a request is refused. */
  record Refused(int status, String message) {}

  private final String operation;
  private final Set<String> commands;
  private Refused refusal;

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

  /** Why the engine refused it, whatever the engine's REST makes of that; null when it did not. */
  Refused refusal() {
    return refusal;
  }

  @Override
  public String toString() {
    return operation;
  }
}
