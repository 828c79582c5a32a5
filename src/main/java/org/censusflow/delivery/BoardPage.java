package org.censusflow.delivery;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.function.Predicate;
import org.springframework.web.util.HtmlUtils;

/** The requests as a page to read and print. */
final class BoardPage {

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("yyyy-MM-dd").withZone(ZoneId.of("Asia/Shanghai"));

  private static final String HEAD =
      """
      <!doctype html><html lang="zh-CN"><head><meta charset="utf-8">
      <meta name="viewport" content="width=device-width"><title>资料请求</title><style>
      body{font-family:"Noto Sans CJK SC","Microsoft YaHei",sans-serif;max-width:90em;margin:1.5em auto;padding:0 1em;
      color:#222;line-height:1.5}h1{font-size:1.5em}table{border-collapse:collapse;width:100%}
      th,td{border:1px solid #ccc;padding:.35em .6em;text-align:left;vertical-align:top}
      th{background:#f5f5f5;font-weight:600}td.n,th.n{text-align:right}
      .late{color:#b5152b;font-weight:600}.good{color:#1c6b2a}.note{color:#555;font-size:.9em}
      .sums span{margin-right:1.5em}
      </style></head><body>
      """;

  private BoardPage() {}

  /**
   * @param own whether the reader supplies the records and may have the rejected rows back
   */
  static String html(List<RequestView> requests, Predicate<RequestView> own) {
    StringBuilder page = new StringBuilder(HEAD).append("<h1>资料请求</h1>");
    if (requests.isEmpty()) {
      return page.append("<p>没有向本单位下达的资料请求。</p></body></html>").toString();
    }
    sums(page, requests);
    page.append(
        "<table><thead><tr><th>部门</th><th>联系岗位</th><th>资料</th><th>渠道</th><th>下达</th><th>期限</th>"
            + "<th>状态</th><th class=n>催办</th><th class=n>退回</th><th class=n>行数</th>"
            + "<th class=n>接收</th><th class=n>拒收</th><th>回执</th></tr></thead><tbody>");
    requests.forEach(request -> row(page, request, own.test(request)));
    return page.append("</tbody></table><p class=note>只含编号、日期和数量。资料只用于人口普查，普查登记不返回部门。</p>")
        .append("</body></html>")
        .toString();
  }

  private static void sums(StringBuilder page, List<RequestView> all) {
    page.append("<p class=sums>");
    sum(page, "下达", all.size());
    sum(page, "待交付", count(all, it -> it.state().equals("sent") || it.state().equals("returned")));
    sum(page, "逾期", count(all, RequestView::late));
    sum(page, "核对中", count(all, it -> it.state().equals("received")));
    sum(page, "已接收", count(all, it -> it.state().equals("accepted")));
    sum(page, "未交付", count(all, it -> it.state().equals("missing")));
    sum(page, "隔离", all.stream().mapToInt(RequestView::quarantined).sum());
    sum(page, "拒收行", all.stream().mapToInt(RequestView::rejected).sum());
    page.append("</p>");
  }

  private static long count(List<RequestView> all, Predicate<RequestView> kind) {
    return all.stream().filter(kind).count();
  }

  private static void sum(StringBuilder page, String label, long value) {
    page.append("<span>").append(label).append(" <b>").append(value).append("</b></span>");
  }

  private static void row(StringBuilder page, RequestView request, boolean own) {
    page.append("<tr>");
    cell(page, request.unitName());
    cell(page, request.contactPost());
    cell(page, request.title());
    cell(page, channel(request.channel()));
    cell(page, day(request.sentAt()));
    cell(page, day(request.dueAt()));
    page.append("<td>").append(state(request));
    if (request.reason() != null) {
      page.append("<div class=note>").append(text(request.reason())).append("</div>");
    }
    if (request.quarantined() > 0) {
      page.append("<div class=late>隔离 ").append(request.quarantined()).append(" 份</div>");
    }
    page.append("</td>");
    number(page, request.reminders());
    number(page, request.returns());
    number(page, request.rows());
    number(page, request.accepted());
    number(page, request.rejected());
    page.append("<td>");
    if (request.lastDelivery() != null) {
      String path = "../deliveries/" + request.lastDelivery();
      page.append("<a href=\"").append(path).append("/receipt?format=txt\">回执</a>");
      if (own && request.rejected() > 0) {
        page.append(" <a href=\"").append(path).append("/rejects.csv\">拒收清单</a>");
      }
    }
    page.append("</td></tr>");
  }

  private static String state(RequestView request) {
    String late = request.late() ? "<span class=late>逾期</span> " : "";
    return late
        + switch (request.state()) {
          case "sent" -> "待交付";
          case "received" -> "已收到，核对中";
          case "returned" -> "已退回，待重新交付";
          case "accepted" -> "<span class=good>已接收</span>";
          default -> "未交付";
        };
  }

  private static String channel(String channel) {
    return switch (channel) {
      case "gateway" -> "部门网关";
      case "rest" -> "接口";
      default -> "任务清单";
    };
  }

  private static String day(Instant time) {
    return DAY.format(time);
  }

  private static void cell(StringBuilder page, String value) {
    page.append("<td>").append(text(value)).append("</td>");
  }

  private static void number(StringBuilder page, int value) {
    page.append("<td class=n>").append(value).append("</td>");
  }

  private static String text(String value) {
    return HtmlUtils.htmlEscape(value);
  }
}
