package org.censusflow.base.audit;

import java.time.Clock;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.censusflow.base.district.Districts;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/** The audit trail as a page to search and print. */
@Component
class AuditPage {

  private static final DateTimeFormatter SECOND =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

  private static final Map<String, String> TYPES =
      Map.of(
          "person", "个人登记",
          "register-row", "部门资料记录",
          "household", "住户",
          "block", "普查小区",
          "difference", "差异",
          "question", "登记疑问",
          "review-pair", "待判定配对",
          "pair-verdict", "配对结论",
          "delivery", "部门交付",
          "account", "账号");

  private final ITemplateEngine templates;
  private final Districts districts;
  private final Clock clock;

  AuditPage(ITemplateEngine templates, Districts districts, Clock clock) {
    this.templates = templates;
    this.districts = districts;
    this.clock = clock;
  }

  /** An entry as the page shows it. */
  record Row(AuditEntry entry, String at, String type) {}

  String html(String district, AuditSearch.Filter filter, AuditController.Found found) {
    Context page = new Context(Locale.CHINA);
    page.setVariable("district", districts.require(district).name());
    page.setVariable("filter", filter);
    page.setVariable("rows", rows(found.entries()));
    page.setVariable("root", found.root());
    page.setVariable("next", found.before() == null ? null : next(filter, found.before()));
    return templates.process("audit", page);
  }

  private List<Row> rows(List<AuditEntry> entries) {
    return entries.stream()
        .map(
            entry ->
                new Row(
                    entry,
                    SECOND.format(entry.at().atZone(clock.getZone())),
                    TYPES.getOrDefault(entry.objectType(), entry.objectType())))
        .toList();
  }

  /** Relative, so that the page works behind any prefix. */
  private static String next(AuditSearch.Filter filter, long before) {
    return UriComponentsBuilder.fromPath("page")
        .queryParam("key", text(filter.key()))
        .queryParam("actor", text(filter.actor()))
        .queryParam("action", text(filter.action()))
        .queryParam("day", filter.day() == null ? "" : filter.day())
        .queryParam("refused", filter.refused())
        .queryParam("before", before)
        .encode()
        .toUriString();
  }

  private static String text(String value) {
    return value == null ? "" : value;
  }
}
