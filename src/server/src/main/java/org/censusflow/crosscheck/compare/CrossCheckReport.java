package org.censusflow.crosscheck.compare;

import java.time.Instant;
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
import org.springframework.web.util.HtmlUtils;

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

  private static final String STYLE =
      """
      body{font-family:"Noto Sans CJK SC","Microsoft YaHei",sans-serif;max-width:60em;margin:2em auto;padding:0 1em;
      color:#222;line-height:1.6}h1{font-size:1.6em}h2{font-size:1.15em;margin-top:2em;border-bottom:1px solid #ccc}
      table{border-collapse:collapse;width:100%}th,td{border:1px solid #ccc;padding:.3em .6em;text-align:left}
      td.n,th.n{text-align:right}caption{text-align:left;color:#555}.note{color:#555;font-size:.9em}
      .text{white-space:pre-wrap}
      """;

  private final Districts districts;
  private final Registrations registrations;
  private final CrossChecks crossChecks;
  private final Figures figures;
  private final CrossCheckRecord record;
  private final RequestLedger requests;
  private final Deliveries deliveries;
  private final RectifiedRegister rectified;

  CrossCheckReport(
      Districts districts,
      Registrations registrations,
      CrossChecks crossChecks,
      Figures figures,
      CrossCheckRecord record,
      RequestLedger requests,
      Deliveries deliveries,
      RectifiedRegister rectified) {
    this.districts = districts;
    this.registrations = registrations;
    this.crossChecks = crossChecks;
    this.figures = figures;
    this.record = record;
    this.requests = requests;
    this.deliveries = deliveries;
    this.rectified = rectified;
  }

  String html(String censusId) {
    Census census = registrations.require(censusId);
    District district = districts.require(census.district());
    StringBuilder page = new StringBuilder(8_000);
    page.append("<!doctype html><html lang=\"zh-CN\"><meta charset=\"utf-8\"><title>比对复查报告 ")
        .append(text(district.name()))
        .append("</title><style>")
        .append(STYLE)
        .append("</style><body>");
    page.append("<h1>")
        .append(text(district.name()))
        .append("比对复查报告</h1><p>")
        .append(text(district.census().name()))
        .append("，普查标准时点 ")
        .append(TIME.format(census.referenceTime()))
        .append("。</p>");
    if (figures.latestRun(censusId).isEmpty()) {
      page.append("<p>比对还没有进行，目前只有部门资料的交付情况。</p>");
      registers(page, censusId, district);
    } else {
      overview(page, censusId);
      classes(page, censusId);
      outcomes(page, censusId);
      registers(page, censusId, district);
      signatures(page, censusId, district);
    }
    page.append(
        "<p class=\"note\">本报告只含汇总数。普查取得的资料只用于普查目的，不得作为对任何地区、单位和个人考核、奖惩或者处罚的依据"
            + "（《全国人口普查条例》第三十三条）。</p></body></html>");
    return page.toString();
  }

  private void overview(StringBuilder page, String censusId) {
    CrossChecks.Compared compared = crossChecks.compared(censusId);
    Figures.Standing standing = figures.standing(censusId);
    page.append("<h2>总体情况</h2><table>");
    row(page, "参加比对的普查登记", compared.censusRows());
    row(page, "参加比对的部门记录", compared.registerRows());
    row(page, "发现差异", standing.differences());
    row(page, "已办结", standing.settled());
    row(page, "未办结", standing.remaining());
    page.append("</table>");
    record
        .report(censusId)
        .ifPresent(
            report -> {
              page.append("<h2>报告正文</h2><p class=\"text\">")
                  .append(text(report.content()))
                  .append("</p>");
              if (report.overrideReason() != null) {
                page.append("<p>放行理由：").append(text(report.overrideReason())).append("</p>");
              }
            });
  }

  private void classes(StringBuilder page, String censusId) {
    page.append(
        "<h2>差异分类</h2><table><tr><th>代码</th><th>差异</th><th class=n>发现</th><th class=n>已办结</th></tr>");
    figures
        .byClass(censusId)
        .forEach(
            c ->
                page.append("<tr><td>")
                    .append(c.difference().name())
                    .append("</td><td>")
                    .append(text(c.difference().label()))
                    .append("</td>")
                    .append(number(c.found()))
                    .append(number(c.settled()))
                    .append("</tr>"));
    page.append("</table>");
  }

  private void outcomes(StringBuilder page, String censusId) {
    page.append("<h2>核实结果</h2><table><tr><th>结果</th><th class=n>条数</th></tr>");
    figures
        .byOutcome(censusId)
        .forEach(
            (label, count) ->
                page.append("<tr><td>")
                    .append(text(label))
                    .append("</td>")
                    .append(number(count))
                    .append("</tr>"));
    page.append("</table>");
  }

  private void registers(StringBuilder page, String censusId, District district) {
    page.append(
        "<h2>部门资料</h2><table><tr><th>部门</th><th>资料</th><th>情况</th><th class=n>接收行数</th>"
            + "<th class=n>拒收行数</th><th>文件摘要（SHA-256）</th></tr>");
    for (RecordRequest request : requests.ofCensus(censusId)) {
      page.append("<tr><td>")
          .append(text(district.unit(request.unit()).name()))
          .append("</td><td>")
          .append(text(deliveries.supplyLabel(request.supply())))
          .append("</td><td>")
          .append(text(status(request)))
          .append("</td>");
      deliveries
          .latest(request.id())
          .ifPresentOrElse(
              receipt ->
                  page.append(number(receipt.accepted()))
                      .append(number(receipt.rejected()))
                      .append("<td>")
                      .append(receipt.sha256(), 0, 16)
                      .append("…</td>"),
              () -> page.append("<td class=n>0</td><td class=n>0</td><td></td>"));
      page.append("</tr>");
    }
    page.append("</table><p>").append(text(rectified.note(censusId))).append("</p>");
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

  private void signatures(StringBuilder page, String censusId, District district) {
    page.append("<h2>签认</h2><table><tr><th>事项</th><th>签认人</th><th>时间</th><th>说明</th></tr>");
    record
        .signatures(censusId)
        .forEach(
            signature ->
                page.append("<tr><td>")
                    .append(text(part(signature.part(), district)))
                    .append("</td><td>")
                    .append(text(signature.signedBy()))
                    .append("</td><td>")
                    .append(time(signature.signedAt()))
                    .append("</td><td>")
                    .append(text(signature.remark()))
                    .append("</td></tr>"));
    page.append("</table>");
  }

  private static String part(String part, District district) {
    return part.equals(CrossCheckRecord.WHOLE) ? "比对复查报告" : district.unit(part).name() + "比对数字";
  }

  private static void row(StringBuilder page, String label, int count) {
    page.append("<tr><th>").append(label).append("</th>").append(number(count)).append("</tr>");
  }

  private static String number(int count) {
    return String.format(Locale.ROOT, "<td class=n>%,d</td>", count);
  }

  private static String time(Instant at) {
    return TIME.format(at);
  }

  private static String text(String value) {
    return value == null ? "" : HtmlUtils.htmlEscape(value);
  }
}
