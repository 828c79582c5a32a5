package org.censusflow.preparation.workflow;

import java.util.stream.Collectors;
import org.censusflow.base.district.Unit;

/** What the notice asks of a unit, as a list for forms. */
final class Duties {

  private Duties() {}

  static String of(Unit unit) {
    return unit.duties().isEmpty()
        ? "- 通知未列具体职责，按本单位职能配合普查。"
        : unit.duties().stream().map(duty -> "- " + duty.text()).collect(Collectors.joining("\n"));
  }
}
