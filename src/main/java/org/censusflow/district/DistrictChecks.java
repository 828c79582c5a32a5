package org.censusflow.district;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What a schema cannot see in one file: references, dates, codes that belong together. */
final class DistrictChecks {

  private static final Set<String> EVERY = Set.of(Rule.ALL_UNITS, Rule.ALL_SUBDISTRICTS);

  private final DistrictFile file;
  private final District district;
  private final Clauses clauses;
  private final HolidayCalendar calendar;
  private final List<Fault> faults = new ArrayList<>();
  private final Set<String> groupKeys = new HashSet<>();

  DistrictChecks(DistrictFile file, Clauses clauses, HolidayCalendar calendar) {
    this.file = file;
    this.district = file.district();
    this.clauses = clauses;
    this.calendar = calendar;
    district.groups().forEach(group -> groupKeys.add(group.key()));
  }

  List<Fault> faults() {
    if (!clauses.knowsNotice(district.notice())) {
      String reason =
          "no clauses are known of notice '%1$s'; add clauses/%1$s.yaml beside the file";
      fault("notice", reason, district.notice());
    }
    checkUnits();
    checkRules();
    checkSupplies();
    checkPosts();
    checkSubdistricts();
    checkWindows();
    checkNumbers();
    checkAccounts();
    return faults;
  }

  private void checkUnits() {
    for (int i = 0; i < district.units().size(); i++) {
      Unit unit = district.units().get(i);
      for (int j = 0; j < unit.duties().size(); j++) {
        Duty duty = unit.duties().get(j);
        String path = "units[%d].duties[%d]".formatted(i, j);
        checkClause(path + ".clause", duty.clause(), unit.key());
        if (duty.actor() != null) {
          checkGroup(path + ".actor", duty.actor());
        }
      }
    }
  }

  private void checkRules() {
    for (int i = 0; i < district.rules().size(); i++) {
      Rule rule = district.rules().get(i);
      checkClause("rules[" + i + "].clause", rule.clause(), null);
      for (int j = 0; j < rule.actors().size(); j++) {
        String actor = rule.actors().get(j);
        if (!EVERY.contains(actor)) {
          checkGroup("rules[%d].actors[%d]".formatted(i, j), actor);
        }
      }
    }
  }

  private void checkSupplies() {
    Unique ids = new Unique("supply");
    for (int i = 0; i < district.supplies().size(); i++) {
      Supply supply = district.supplies().get(i);
      String path = "supplies[" + i + "]";
      ids.check(path + ".id", supply.id());
      checkUnit(path + ".unit", supply.unit());
      for (int j = 0; j < supply.clauses().size(); j++) {
        checkClause(path + ".clauses[" + j + "]", supply.clauses().get(j), supply.unit());
      }
      for (int j = 0; j < supply.required().size(); j++) {
        String column = supply.required().get(j);
        if (!supply.fields().containsKey(column)) {
          String at = path + ".required[" + j + "]";
          fault(at, "'%s' is none of the supply's fields; declare it or drop it", column);
        }
      }
    }
  }

  private void checkPosts() {
    Unique keys = new Unique("post");
    for (int i = 0; i < district.posts().size(); i++) {
      Post post = district.posts().get(i);
      keys.check("posts[" + i + "].key", post.key());
      if (post.unit() != null) {
        checkUnit("posts[" + i + "].unit", post.unit());
      }
    }
  }

  private void checkSubdistricts() {
    Unique codes = new Unique("code");
    for (int i = 0; i < district.subdistricts().size(); i++) {
      Subdistrict part = district.subdistricts().get(i);
      String path = "subdistricts[" + i + "]";
      codes.check(path + ".code", part.code());
      checkPrefix(path + ".code", part.code(), district.code());
      for (int j = 0; j < part.communities().size(); j++) {
        String at = path + ".communities[" + j + "].code";
        codes.check(at, part.communities().get(j).code());
        checkPrefix(at, part.communities().get(j).code(), part.code());
      }
    }
  }

  private void checkWindows() {
    Unique phases = new Unique("window");
    for (int i = 0; i < district.windows().size(); i++) {
      Window window = district.windows().get(i);
      String path = "windows[" + i + "]";
      phases.check(path + ".phase", window.phase());
      if (window.to().isBefore(window.from())) {
        String reason = "'%s' ends on %s, before it starts on %s; swap or correct the dates";
        fault(path, reason, window.phase(), window.to(), window.from());
        continue;
      }
      for (int year = window.from().getYear(); year <= window.to().getYear(); year++) {
        if (!calendar.years().contains(year)) {
          fault(path, "reaches %1$d, which has no calendar; add calendar/%1$d.yaml", year);
        }
      }
    }
  }

  private void checkNumbers() {
    LoadNorm norm = district.loadNorm();
    if (norm.mostEnumerators() < norm.fewestEnumerators()) {
      fault("load-norm.most-enumerators", "is below fewest-enumerators; correct one of them");
    }
    checkReminder("request-reminder", "request");
    checkReminder("recheck-reminder", "recheck");
  }

  private void checkReminder(String reminder, String deadline) {
    if (district.workingDays(reminder) >= district.workingDays(deadline)) {
      fault("deadlines." + reminder, "must be shorter than '%s', which it reminds of", deadline);
    }
  }

  private void checkAccounts() {
    if (district.sampleStaff() == null) {
      return;
    }
    List<SampleStaff.Account> accounts = district.sampleStaff().accounts();
    for (int i = 0; i < accounts.size(); i++) {
      for (int j = 0; j < accounts.get(i).groups().size(); j++) {
        String path = "sample-staff.accounts[%d].groups[%d]".formatted(i, j);
        checkGroup(path, accounts.get(i).groups().get(j));
      }
    }
  }

  private void checkClause(String path, String id, String unit) {
    Clause clause = clauses.find(id).orElse(null);
    if (clause == null) {
      fault(path, "clause '%s' is unknown; cite a clause of notice %s", id, district.notice());
    } else if (!clause.notice().equals(district.notice())) {
      String reason = "clause '%s' is of notice %s, but this file follows notice %s";
      fault(path, reason, id, clause.notice(), district.notice());
    } else if (clause.unit() != null && !clause.unit().equals(unit)) {
      fault(path, "clause '%s' binds unit '%s'; move it there", id, clause.unit());
    }
  }

  private void checkUnit(String path, String key) {
    if (district.findUnit(key).isEmpty()) {
      fault(path, "unit '%s' is not among this file's units; declare or correct it", key);
    }
  }

  private void checkGroup(String path, String key) {
    if (!groupKeys.contains(key)) {
      fault(path, "group '%s' does not exist here; name a unit, an office or a team", key);
    }
  }

  private void checkPrefix(String path, String code, String prefix) {
    if (!code.startsWith(prefix)) {
      fault(path, "code %s does not start with %s, the code that it lies under", code, prefix);
    }
  }

  private void fault(String path, String reason, Object... values) {
    faults.add(new Fault(file.name(), path, reason.formatted(values)));
  }

  /** Reports a key's second appearance. */
  private final class Unique {

    private final String what;
    private final Set<String> seen = new HashSet<>();

    Unique(String what) {
      this.what = what;
    }

    void check(String path, String key) {
      if (!seen.add(key)) {
        fault(path, "%s '%s' appears twice; keep one", what, key);
      }
    }
  }
}
