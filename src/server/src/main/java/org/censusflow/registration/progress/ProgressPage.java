package org.censusflow.registration.progress;

import java.time.Clock;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.censusflow.registration.field.Level;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/** Progress as a page to read and print, with ways up and down. */
@Component
class ProgressPage {

  private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

  private static final List<String> COLUMNS =
      List.of(
          "started",
          "shortAccepted",
          "registered",
          "late",
          "settled",
          "persons",
          "withoutId",
          "rechecked",
          "wrongItems",
          "longRegistered");

  private static final Map<String, String> STANDING =
      Map.of(
          "OPEN", "未到验收",
          "READY", "待提请",
          "SUBMITTED", "已提请",
          "RETURNED", "已退回",
          "ACCEPTED", "已验收");

  private static final Map<Level, String> FOLDER =
      Map.of(Level.SUBDISTRICT, "subdistricts/", Level.AREA, "areas/", Level.BLOCK, "blocks/");

  private final ITemplateEngine templates;
  private final Clock clock;

  ProgressPage(ITemplateEngine templates, Clock clock) {
    this.templates = templates;
    this.clock = clock;
  }

  /** A way to another page. */
  record Step(String name, String href) {}

  /** A part of what the page is about. */
  record Part(String name, String href, ProgressView view) {}

  /**
   * @param path from the top that the reader sees down to what the page is about
   */
  String html(ProgressView view, List<ProgressQuery.Unit> path) {
    Context page = new Context(Locale.CHINA);
    page.setVariable("view", view);
    page.setVariable("standing", STANDING);
    page.setVariable("columns", COLUMNS);
    page.setVariable("asOf", MINUTE.format(LocalDateTime.now(clock)));
    page.setVariable(
        "above",
        path.subList(0, path.size() - 1).stream()
            .map(unit -> new Step(unit.name(), href(view.level(), unit.level(), unit.code())))
            .toList());
    page.setVariable(
        "parts",
        view.parts().stream()
            .map(part -> new Part(part.name(), href(view.level(), part.level(), part.code()), part))
            .toList());
    page.setVariable(
        "partsLabel", view.parts().isEmpty() ? "" : view.parts().get(0).level().label());
    return templates.process("progress", page);
  }

  /** Relative, so that the pages work behind any prefix. */
  private static String href(Level from, Level to, String code) {
    String root = from == Level.DISTRICT ? "" : "../../";
    return root + (to == Level.DISTRICT ? "" : FOLDER.get(to) + code + "/") + "page";
  }
}
