package org.censusflow.sample.workflow;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.task.Task;
import org.censusflow.base.district.Districts;
import org.censusflow.base.process.CensusProcess;
import org.censusflow.base.process.registration.BlockListingProcess;
import org.censusflow.base.process.registration.BlockLongFormsProcess;
import org.censusflow.base.process.registration.BlockShortFormsProcess;
import org.springframework.stereotype.Component;

/**
 * When sample staff do a task of the whole census. Most do it at once; some units, subdistricts and
 * blocks only when it is overdue, always the same ones, so that reminders and escalations are seen.
 */
@Component
class Timetable {

  /** One of so many of a kind is slow. */
  private static final int SLOW_ONE_IN = 8;

  /** Somebody may have to wait for another step; but not for so many. */
  private static final int MOST_OFFERS = 40;

  private static final Duration DAYS_TO_CATCH_UP = Duration.ofDays(3);

  private static final List<String> PLACES = List.of("unit", "subdistrict", "block");

  /** What cannot be done before a window of the census has closed. */
  private static final Map<String, String> AFTER =
      Map.of(
          BlockListingProcess.LIST_HOUSEHOLDS, "pre-listing",
          BlockShortFormsProcess.ENUMERATE_SHORT_FORMS, "self-enumeration",
          BlockLongFormsProcess.ENUMERATE_LONG_FORMS, "short-form");

  private final TaskService tasks;
  private final Districts districts;
  private final Map<String, Instant> known = new HashMap<>();
  private final Map<String, Integer> offered = new HashMap<>();

  Timetable(TaskService tasks, Districts districts) {
    this.tasks = tasks;
    this.districts = districts;
  }

  /** The tasks that are done now. */
  List<Task> ready() {
    Instant now = ClockUtil.getCurrentTime().toInstant();
    List<Task> ready =
        tasks.createTaskQuery().active().orderByTaskCreateTime().asc().list().stream()
            .filter(task -> !doneAt(task).isAfter(now))
            .toList();
    ready.forEach(task -> offered.merge(task.getId(), 1, Integer::sum));
    return ready;
  }

  /** A task that was offered again and again, and nobody did it. */
  Optional<String> stuck() {
    return tasks.createTaskQuery().active().list().stream()
        .filter(task -> offered.getOrDefault(task.getId(), 0) > MOST_OFFERS)
        .map(Task::getTaskDefinitionKey)
        .findFirst();
  }

  /** When the next task that waits now is done. */
  Instant next(Instant now) {
    return tasks.createTaskQuery().active().list().stream()
        .map(this::doneAt)
        .filter(at -> at.isAfter(now))
        .min(Instant::compareTo)
        .orElse(Instant.MAX);
  }

  private Instant doneAt(Task task) {
    return known.computeIfAbsent(task.getId(), id -> plan(task));
  }

  private Instant plan(Task task) {
    String window = AFTER.get(task.getTaskDefinitionKey());
    if (window != null) {
      LocalDate last = districts.require(task.getTenantId()).window(window).to();
      return WholeRun.morning(last.plusDays(1));
    }
    if (CensusProcess.RESUME_PREPARATION.equals(task.getTaskDefinitionKey())) {
      // What was missing has to be done first: the same figures would be sent back again.
      return ClockUtil.getCurrentTime().toInstant().plus(DAYS_TO_CATCH_UP);
    }
    Date due = task.getDueDate();
    return due != null && slow(task) ? due.toInstant().plus(Duration.ofDays(1)) : Instant.MIN;
  }

  private boolean slow(Task task) {
    if (task.getTaskDefinitionKey().startsWith("Task_Urge")) {
      return false;
    }
    Map<String, Object> where = tasks.getVariables(task.getId(), PLACES);
    String place =
        String.join(
            " ",
            PLACES.stream()
                .map(where::get)
                .filter(Objects::nonNull)
                .map(Object::toString)
                .toList());
    return !place.isEmpty()
        && Math.floorMod(
                Stream.of(task.getTaskDefinitionKey(), place).toList().hashCode(), SLOW_ONE_IN)
            == 0;
  }
}
