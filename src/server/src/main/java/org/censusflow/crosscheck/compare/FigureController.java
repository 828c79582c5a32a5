package org.censusflow.crosscheck.compare;

import java.util.List;
import org.censusflow.base.access.AuditTrail;
import org.censusflow.base.access.Caller;
import org.censusflow.base.access.NotEntitled;
import org.censusflow.base.district.Districts;
import org.censusflow.crosscheck.delivery.Deliveries;
import org.censusflow.registration.answers.Registrations;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * The figures that a department's officer checks and signs: counts by register, small cells
 * suppressed so that nobody can be inferred from them (implementing regulation of the Statistics
 * Law art. 29).
 */
@RestController
class FigureController {

  /**
   * The one register that ought to know everybody: of the others, most of the census is not
   * expected.
   */
  private static final String WHOLE_POPULATION = "household-register";

  private final Figures figures;
  private final Registrations registrations;
  private final Deliveries deliveries;
  private final CrossCheckReport report;
  private final Districts districts;
  private final RectifiedRegister rectified;
  private final AuditTrail audit;

  FigureController(
      Figures figures,
      Registrations registrations,
      Deliveries deliveries,
      CrossCheckReport report,
      RectifiedRegister rectified,
      Districts districts,
      AuditTrail audit) {
    this.audit = audit;
    this.report = report;
    this.districts = districts;
    this.rectified = rectified;
    this.figures = figures;
    this.registrations = registrations;
    this.deliveries = deliveries;
  }

  record Row(
      String label,
      String compared,
      String matched,
      String review,
      String onlyCensus,
      String onlyRegister) {}

  /**
   * @param rectification what the household register went through before it was handed over; empty
   *     for the other registers
   */
  record Table(List<Row> rows, String rectification) {}

  /**
   * Shows the figures that a unit's officer signs, small cells suppressed. For the unit, the census
   * office and its leads.
   */
  @GetMapping("/api/cross-checks/{censusId}/figures")
  Table figures(@PathVariable String censusId, @RequestParam String unit) {
    Caller caller = Caller.current();
    String district = registrations.district(censusId, caller);
    if (!caller.inGroup(district + "-" + unit)
        && !caller.inGroup(district + "-census-office")
        && !caller.inGroup(district + "-census-leads")) {
      throw new NotEntitled("该单位和区普查办");
    }
    int smallest = districts.require(district).thresholds().smallestCell();
    List<Row> rows =
        figures.latestRun(censusId).isEmpty()
            ? List.of()
            : figures.ofRun(figures.latestRun(censusId).getAsLong()).stream()
                .filter(row -> row.unit().equals(unit))
                .map(row -> shown(row, smallest))
                .toList();
    boolean register = rows.stream().anyMatch(row -> row.label().equals(registerLabel()));
    return new Table(rows, register ? rectified.note(censusId) : "");
  }

  /**
   * Shows the report of the cross-check as a page. For the census office, its leads and the leading
   * group.
   */
  @GetMapping(path = "/api/cross-checks/{censusId}/report", produces = "text/html;charset=UTF-8")
  String report(@PathVariable String censusId) {
    Caller caller = Caller.current();
    String district = registrations.district(censusId, caller);
    if (!caller.inGroup(district + "-census-office")
        && !caller.inGroup(district + "-census-leads")
        && !caller.inGroup(district + "-leading-group")) {
      throw new NotEntitled("区普查办和普查领导小组");
    }
    audit.record(caller.user(), district, "report.view", "census", censusId);
    return report.html(censusId);
  }

  private String registerLabel() {
    return deliveries.supplyLabel(WHOLE_POPULATION);
  }

  private Row shown(Figures.RegisterFigures row, int smallest) {
    boolean whole = WHOLE_POPULATION.equals(row.supply());
    List<String> cells =
        SmallCells.shown(
            smallest,
            row.matched(),
            row.review(),
            row.onlyRegister(),
            whole ? row.onlyCensus() : null);
    return new Row(
        deliveries.supplyLabel(row.supply()),
        String.valueOf(row.compared()),
        cells.get(0),
        cells.get(1),
        whole ? cells.get(3) : "不适用",
        cells.get(2));
  }
}
