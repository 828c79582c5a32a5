package org.censusflow.crosscheck.compare;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.censusflow.base.district.District;
import org.censusflow.base.district.Districts;
import org.censusflow.base.districtfile.CarriesClauses;
import org.censusflow.crosscheck.delivery.Deliveries;
import org.censusflow.crosscheck.request.RecordRequest;
import org.censusflow.crosscheck.request.RequestLedger;
import org.censusflow.registration.answers.Census;
import org.censusflow.registration.answers.Registrations;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/**
 * The report of a cross-check as a page to read and print: counts, deliveries, signatures; no
 * person.
 */
@CarriesClauses(
    value = {"X5.1a"},
    shownBy = "CrossCheckReportTests")
@Component
class CrossCheckReport {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(ZoneId.of("Asia/Shanghai"));

  private final ITemplateEngine templates;
  private final Districts districts;
  private final Registrations registrations;
  private final CrossChecks crossChecks;
  private final Figures figures;
  private final CrossCheckRecord record;
  private final RequestLedger requests;
  private final Deliveries deliveries;
  private final RectifiedRegister rectified;

  CrossCheckReport(
      ITemplateEngine templates,
      Districts districts,
      Registrations registrations,
      CrossChecks crossChecks,
      Figures figures,
      CrossCheckRecord record,
      RequestLedger requests,
      Deliveries deliveries,
      RectifiedRegister rectified) {
    this.templates = templates;
    this.districts = districts;
    this.registrations = registrations;
    this.crossChecks = crossChecks;
    this.figures = figures;
    this.record = record;
    this.requests = requests;
    this.deliveries = deliveries;
    this.rectified = rectified;
  }

  /** A department's records; without a delivery nothing was received. */
  record Records(
      String unit, String supply, String status, int accepted, int rejected, String digest) {}

  record Signed(String part, String by, String at, String remark) {}

  String html(String censusId) {
    Census census = registrations.require(censusId);
    District district = districts.require(census.district());
    Context page = new Context(Locale.CHINA);
    page.setVariable("district", district.name());
    page.setVariable("census", district.census().name());
    page.setVariable("reference", TIME.format(census.referenceTime()));
    page.setVariable("compared", null);
    if (figures.latestRun(censusId).isPresent()) {
      page.setVariable("compared", crossChecks.compared(censusId));
      page.setVariable("standing", figures.standing(censusId));
      page.setVariable("report", record.report(censusId).orElse(null));
      page.setVariable("classes", figures.byClass(censusId));
      page.setVariable("outcomes", figures.byOutcome(censusId));
      page.setVariable(
          "signatures",
          record.signatures(censusId).stream().map(one -> signed(one, district)).toList());
    }
    page.setVariable(
        "records",
        requests.ofCensus(censusId).stream().map(one -> records(one, district)).toList());
    page.setVariable("rectified", rectified.note(censusId));
    return templates.process("cross-check-report", page);
  }

  private Records records(RecordRequest request, District district) {
    String unit = district.unit(request.unit()).name();
    String supply = deliveries.supplyLabel(request.supply());
    return deliveries
        .latest(request.id())
        .map(
            receipt ->
                new Records(
                    unit,
                    supply,
                    status(request),
                    receipt.accepted(),
                    receipt.rejected(),
                    receipt.sha256().substring(0, 16) + "…"))
        .orElseGet(() -> new Records(unit, supply, status(request), 0, 0, ""));
  }

  private static String status(RecordRequest request) {
    return switch (request.status()) {
      case SENT -> "等待交付";
      case RECEIVED -> "核对中";
      case RETURNED -> "已退回";
      case ACCEPTED -> request.returns() == 0 ? "已接收" : "已接收（退回 " + request.returns() + " 次后）";
      case MISSING -> "未交付：" + request.reason();
    };
  }

  private static Signed signed(CrossCheckRecord.Signature signature, District district) {
    String part =
        signature.part().equals(CrossCheckRecord.WHOLE)
            ? "比对复查报告"
            : district.unit(signature.part()).name() + "比对数字";
    return new Signed(
        part, signature.signedBy(), TIME.format(signature.signedAt()), signature.remark());
  }
}
