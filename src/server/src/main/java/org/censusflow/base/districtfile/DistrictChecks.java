package org.censusflow.base.districtfile;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.censusflow.base.district.Clause;
import org.censusflow.base.district.Clauses;
import org.censusflow.base.district.HolidayCalendar;
import org.censusflow.base.district.Rule;

/**
 * What a schema cannot see in one file: references, dates, codes that belong together. Works on the
 * tree as it was read, so that one malformed value does not hide the faults of the others.
 */
final class DistrictChecks {

  private static final Set<String> EVERY = Set.of(Rule.ALL_UNITS, Rule.ALL_SUBDISTRICTS);

  private final String file;
  private final Place root;
  private final DeclaredKeys declared;
  private final Clauses clauses;
  private final HolidayCalendar calendar;
  private final List<Fault> faults = new ArrayList<>();

  DistrictChecks(String file, JsonNode tree, Clauses clauses, HolidayCalendar calendar) {
    this.file = file;
    this.root = Place.root(tree);
    this.declared = DeclaredKeys.in(root);
    this.clauses = clauses;
    this.calendar = calendar;
  }

  List<Fault> faults() {
    checkNotice();
    checkUnits();
    checkRules();
    checkSupplies();
    checkPosts();
    checkSubdistricts();
    checkWindows();
    checkNumbers();
    return faults;
  }

  private void checkNotice() {
    String notice = root.text("notice");
    if (notice != null && !clauses.knowsNotice(notice)) {
      String reason =
          "no clauses are known of notice '%1$s'; add clauses/%1$s.yaml beside the file";
      fault(root.get("notice"), reason, notice);
    }
  }

  private void checkUnits() {
    for (Place unit : root.items("units")) {
      for (Place duty : unit.items("duties")) {
        checkClause(duty.get("clause"), unit.text("key"));
        checkGroup(duty.get("actor"));
      }
    }
  }

  private void checkRules() {
    for (Place rule : root.items("rules")) {
      checkClause(rule.get("clause"), null);
      for (Place actor : rule.items("actors")) {
        if (actor.text().filter(EVERY::contains).isEmpty()) {
          checkGroup(actor);
        }
      }
    }
  }

  private void checkSupplies() {
    Unique ids = new Unique(file, "supply", faults);
    for (Place supply : root.items("supplies")) {
      ids.check(supply.get("id"));
      checkUnit(supply.get("unit"));
      supply.items("clauses").forEach(clause -> checkClause(clause, supply.text("unit")));
      List<String> fields = supply.keys("fields");
      for (Place column : supply.items("required")) {
        if (column.text().isPresent() && !fields.contains(column.text().get())) {
          String reason = "'%s' is none of the supply's fields; declare it or drop it";
          fault(column, reason, column.text().get());
        }
      }
    }
  }

  private void checkPosts() {
    Unique keys = new Unique(file, "post", faults);
    for (Place post : root.items("posts")) {
      keys.check(post.get("key"));
      checkUnit(post.get("unit"));
    }
  }

  private void checkSubdistricts() {
    Unique codes = new Unique(file, "code", faults);
    for (Place part : root.items("subdistricts")) {
      codes.check(part.get("code"));
      checkPrefix(part.get("code"), root.text("code"));
      for (Place community : part.items("communities")) {
        codes.check(community.get("code"));
        checkPrefix(community.get("code"), part.text("code"));
      }
    }
  }

  private void checkWindows() {
    Unique phases = new Unique(file, "window", faults);
    for (Place window : root.items("windows")) {
      phases.check(window.get("phase"));
      Optional<LocalDate> from = window.day("from");
      Optional<LocalDate> to = window.day("to");
      if (from.isPresent() && to.isPresent()) {
        checkWindow(window, from.get(), to.get());
      }
    }
  }

  private void checkWindow(Place window, LocalDate from, LocalDate to) {
    if (to.isBefore(from)) {
      String reason = "'%s' ends on %s, before it starts on %s; swap or correct the dates";
      fault(window, reason, window.text("phase"), to, from);
      return;
    }
    for (int year = from.getYear(); year <= to.getYear(); year++) {
      if (!calendar.years().contains(year)) {
        fault(window, "reaches %1$d, which has no calendar; add calendar/%1$d.yaml", year);
        return;
      }
    }
  }

  private void checkNumbers() {
    Place norm = root.get("load-norm");
    if (isBelow(norm, "most-enumerators", "fewest-enumerators")) {
      fault(norm.get("most-enumerators"), "is below fewest-enumerators; correct one of them");
    }
    Place deadlines = root.get("deadlines");
    for (String key :
        List.of(
            "request",
            "recheck",
            "plan",
            "rectification",
            "investigation",
            "receipt",
            "coordination")) {
      String reminder = key + "-reminder";
      if (deadlines.number(reminder).isPresent() && !isBelow(deadlines, reminder, key)) {
        fault(deadlines.get(reminder), "must be shorter than '%s', which it reminds of", key);
      }
    }
  }

  private static boolean isBelow(Place place, String small, String big) {
    Optional<Integer> limit = place.number(big);
    return place.number(small).filter(n -> limit.isPresent() && n < limit.get()).isPresent();
  }

  private void checkClause(Place place, String unit) {
    if (place.text().isEmpty()) {
      return;
    }
    String id = place.text().get();
    String notice = root.text("notice");
    Clause clause = clauses.find(id).orElse(null);
    if (clause == null) {
      fault(place, "clause '%s' is unknown; cite a clause of notice %s", id, notice);
    } else if (!clause.notice().equals(notice)) {
      String reason = "clause '%s' is of notice %s, but this file follows notice %s";
      fault(place, reason, id, clause.notice(), notice);
    } else if (clause.unit() != null && !clause.unit().equals(unit) && declared.unitsKnown()) {
      fault(place, "clause '%s' binds unit '%s'; move it there", id, clause.unit());
    }
  }

  private void checkUnit(Place place) {
    Optional<String> key = place.text().filter(declared::lacksUnit);
    String reason = "unit '%s' is not among this file's units; declare or correct it";
    key.ifPresent(it -> fault(place, reason, it));
  }

  private void checkGroup(Place place) {
    Optional<String> key = place.text().filter(declared::lacksGroup);
    String reason = "group '%s' does not exist here; name a unit, an office or a team";
    key.ifPresent(it -> fault(place, reason, it));
  }

  private void checkPrefix(Place place, String prefix) {
    Optional<String> code = place.text();
    if (code.isPresent() && prefix != null && !code.get().startsWith(prefix)) {
      String reason = "code %s does not start with %s, the code that it lies under";
      fault(place, reason, code.get(), prefix);
    }
  }

  private void fault(Place place, String reason, Object... values) {
    faults.add(new Fault(file, place.path(), reason.formatted(values)));
  }
}
