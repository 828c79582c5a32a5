package org.censusflow.crosscheck.board;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/** The requests as a page to read and print. */
@Component
class BoardPage {

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("yyyy-MM-dd").withZone(ZoneId.of("Asia/Shanghai"));

  private final ITemplateEngine templates;

  BoardPage(ITemplateEngine templates) {
    this.templates = templates;
  }

  /** A request with what is shown of it in words. */
  record Row(
      RequestView request, boolean own, String channel, String sent, String due, String state) {}

  /**
   * @param own whether the reader supplies the records and may have the rejected rows back
   */
  String html(List<RequestView> requests, Predicate<RequestView> own) {
    Context page = new Context(Locale.CHINA);
    page.setVariable("sums", sums(requests));
    page.setVariable(
        "rows",
        requests.stream()
            .map(
                request ->
                    new Row(
                        request,
                        own.test(request),
                        channel(request.channel()),
                        day(request.sentAt()),
                        day(request.dueAt()),
                        state(request.state())))
            .toList());
    return templates.process("record-requests", page);
  }

  private static Map<String, Long> sums(List<RequestView> all) {
    Map<String, Long> sums = new LinkedHashMap<>();
    sums.put("下达", (long) all.size());
    sums.put("待交付", count(all, it -> it.state().equals("sent") || it.state().equals("returned")));
    sums.put("逾期", count(all, RequestView::late));
    sums.put("核对中", count(all, it -> it.state().equals("received")));
    sums.put("已接收", count(all, it -> it.state().equals("accepted")));
    sums.put("未交付", count(all, it -> it.state().equals("missing")));
    sums.put("隔离", all.stream().mapToLong(RequestView::quarantined).sum());
    sums.put("拒收行", all.stream().mapToLong(RequestView::rejected).sum());
    return sums;
  }

  private static long count(List<RequestView> all, Predicate<RequestView> kind) {
    return all.stream().filter(kind).count();
  }

  private static String state(String state) {
    return switch (state) {
      case "sent" -> "待交付";
      case "received" -> "已收到，核对中";
      case "returned" -> "已退回，待重新交付";
      case "accepted" -> "已接收";
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
}
