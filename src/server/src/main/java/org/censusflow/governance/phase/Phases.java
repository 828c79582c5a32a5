package org.censusflow.governance.phase;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.censusflow.base.district.District;
import org.censusflow.base.district.Districts;
import org.censusflow.base.district.Window;
import org.censusflow.governance.phase.PhaseProgress.Span;
import org.springframework.stereotype.Component;

/** Where the phases of a district's census stand against their windows. */
@Component
public class Phases {

  private final Districts districts;
  private final PhaseProgress progress;
  private final LatePhases latePhases;
  private final Clock clock;

  Phases(Districts districts, PhaseProgress progress, LatePhases latePhases, Clock clock) {
    this.districts = districts;
    this.progress = progress;
    this.latePhases = latePhases;
    this.clock = clock;
  }

  /** Where a phase stands. */
  public enum Status {
    WAITING,
    RUNNING,
    DONE
  }

  /**
   * One phase.
   *
   * @param from first day of its window
   * @param to last day of its window, included
   * @param startedAt null before it begins
   * @param endedAt null while it runs
   * @param daysLate whole days after the window's last day: until its end, or until now while it
   *     runs; zero in time
   * @param noticed whether the process has noted it as late and told the leads
   * @param urgings how often the leads acted
   * @param measure key of the measure taken last, or null
   * @param note their words, or null
   */
  public record State(
      String phase,
      String name,
      LocalDate from,
      LocalDate to,
      Status status,
      Instant startedAt,
      Instant endedAt,
      int daysLate,
      boolean noticed,
      int urgings,
      String measure,
      String note) {}

  /** The phases that the umbrella process knows, in the order of the district's file. */
  public List<State> of(String districtId) {
    District district = districts.require(districtId);
    String censusId = district.census().id();
    Map<String, Span> spans = progress.of(districtId, censusId);
    Map<String, LatePhases.Late> late =
        latePhases.of(censusId).stream()
            .collect(Collectors.toMap(LatePhases.Late::phase, Function.identity()));
    return district.windows().stream()
        .filter(window -> Watched.isPhase(window.phase()))
        .map(window -> state(window, spans.get(window.phase()), late.get(window.phase())))
        .toList();
  }

  private State state(Window window, Span span, LatePhases.Late late) {
    Status status = span == null ? Status.WAITING : span.ended() ? Status.DONE : Status.RUNNING;
    Instant until = span != null && span.ended() ? span.endedAt() : clock.instant();
    return new State(
        window.phase(),
        window.name(),
        window.from(),
        window.to(),
        status,
        span == null ? null : span.startedAt(),
        span == null ? null : span.endedAt(),
        span == null ? 0 : daysLate(window, until),
        late != null,
        late == null ? 0 : late.urgings(),
        late == null ? null : late.measure(),
        late == null ? null : late.note());
  }

  /** Whole days from the window's last day to the given moment; zero within the window. */
  public int daysLate(Window window, Instant until) {
    LocalDate day = until.atZone(clock.getZone()).toLocalDate();
    return (int) Math.max(0, ChronoUnit.DAYS.between(window.to(), day));
  }
}
